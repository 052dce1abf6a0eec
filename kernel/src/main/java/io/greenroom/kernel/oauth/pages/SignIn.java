package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Authenticates the user in front of the browser. Threads may share it. */
public final class SignIn {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int TRIES_PER_ADDRESS = 10;
    private static final int TRIES_PER_HOST = 100;
    private static final String NO_ACCOUNT = "";

    private final Store store;
    private final Clock clock;
    private final People people;
    private final Passwords passwords;

    public SignIn(OAuthScope scope) {
        this.store = scope.store();
        this.clock = scope.clock();
        this.people = scope.people();
        this.passwords = scope.passwords();
    }

    /** The active user with this e-mail address and password. */
    Optional<People.Person> withPassword(Parameters parameters) {
        Optional<People.Person> person =
                parameters.first("email").flatMap(this::byLogin).filter(People.Person::active);
        // Hashes also when there is no such user, so that the response time does not reveal which addresses exist.
        String password = parameters.first("password").orElse("");
        boolean matches = passwords.matches(
                password, person.map(People.Person::passwordHash).orElse(""));
        person.filter(one -> matches && passwords.isOutdated(one.passwordHash()))
                .ifPresent(one -> rehash(one, password));
        return person.filter(one -> matches);
    }

    private void rehash(People.Person person, String password) {
        String hash = passwords.hash(password);
        store.write(person.account(), unit -> {
            people.rehash(unit, person, hash);
            return hash;
        });
    }

    /** The active user that was picked: by id in the app's account, or by e-mail address in any account. */
    Optional<People.Person> picked(Parameters parameters, Doc app) {
        return parameters
                .first("email")
                .or(() -> parameters.first("person"))
                .flatMap(named -> named(named, app))
                .filter(People.Person::active);
    }

    /** The user with that e-mail address, or with that id in the app's account. */
    Optional<People.Person> named(String emailOrId, Doc app) {
        return emailOrId.contains("@")
                ? byLogin(emailOrId)
                : store.read(app.text("account_id"), unit -> people.byId(unit, emailOrId));
    }

    private Optional<People.Person> byLogin(String email) {
        return store.read(NO_ACCOUNT, unit -> people.byLogin(unit, email));
    }

    /** Counts an attempt; false when there were too many for this e-mail address or from this host. */
    boolean mayTry(Request request, String email) {
        String address = Secrets.hash(email.toLowerCase(Locale.ROOT));
        return mayTry("sign-in:" + address, TRIES_PER_ADDRESS) && mayTry(request);
    }

    /** Counts an attempt from a host. */
    boolean mayTry(Request request) {
        return mayTry("sign-in-from:" + request.remoteAddress(), TRIES_PER_HOST);
    }

    private boolean mayTry(String key, int most) {
        long window = WINDOW.toSeconds();
        Instant start = Instant.ofEpochSecond(clock.now().getEpochSecond() / window * window);
        return store.counters().add(key, start, start.plus(WINDOW)) <= most;
    }
}
