package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.auth.Attempts;
import io.greenroom.kernel.auth.Attempts.Attempt;
import io.greenroom.kernel.auth.Attempts.Limit;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Network;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Authenticates the user in front of the browser. Threads may share it. */
public final class SignIn {
    private static final int PER_NETWORK = 100;
    private static final int PER_USER_AND_NETWORK = 10;
    private static final int PER_USER = 100;
    private static final int CODES_PER_NETWORK = 100;
    private static final String NO_ACCOUNT = "";

    private final Store store;
    private final People people;
    private final Passwords passwords;
    private final Attempts attempts;
    private final KnownNetworks known;

    public SignIn(OAuthScope scope) {
        this.store = scope.store();
        this.people = scope.people();
        this.passwords = scope.passwords();
        this.attempts = new Attempts(scope.store(), scope.clock());
        this.known = new KnownNetworks(scope.store(), scope.clock());
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

    /**
     * Begins a sign-in with a password; empty when there were too many failures from the client's network, or with this
     * e-mail address from there. Failures from everywhere together refuse only networks from which the user has not
     * signed in lately.
     */
    Optional<SignInAttempt> attempt(Request request, String email) {
        String network = Network.ofClient(request.remoteAddress());
        String address = Secrets.hash(email.toLowerCase(Locale.ROOT));
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit("from/" + network, PER_NETWORK));
        limits.add(new Limit("user-from/" + address + "/" + network, PER_USER_AND_NETWORK));
        if (!known.contain(address, network)) {
            limits.add(new Limit("user/" + address, PER_USER));
        }
        return attempts.begin(limits).map(attempt -> () -> {
            attempt.succeed();
            known.add(address, network);
        });
    }

    /** A sign-in that counts as failed until it succeeds. */
    interface SignInAttempt {
        void succeed();
    }

    /** Begins a guess of a device's code; empty when there were too many wrong ones from the client's network. */
    Optional<Attempt> guess(Request request) {
        return attempts.begin(
                List.of(new Limit("device/" + Network.ofClient(request.remoteAddress()), CODES_PER_NETWORK)));
    }
}
