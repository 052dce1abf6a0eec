package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Binds the form of a page to the content shown, to the browser and to the signed-in user, if any, so that no other
 * page can submit it (cross-site request forgery), and lets it decide once. Threads may share it.
 */
final class FormSeal {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String PURPOSE = "oauth-consent";
    private static final String NO_ACCOUNT = "";
    private static final int NONCE_BYTES = 12;
    private static final int PARTS = 6;

    private final Store store;
    private final Signer signer;
    private final Clock clock;
    private final People people;

    FormSeal(OAuthScope scope) {
        this.store = scope.store();
        this.signer = scope.keys().signer();
        this.clock = scope.clock();
        this.people = scope.people();
    }

    /**
     * A form that this server has shown to a browser.
     *
     * @param seal as sent
     * @param until when it expires
     * @param account of the signed-in user; empty before the sign-in
     * @param userId of the signed-in user; empty before the sign-in
     */
    private record Form(String seal, Instant until, String account, String userId) {}

    /** The seal of a form that is shown before the sign-in; it can deny only. */
    String seal(ConsentRequest consent, String browser) {
        return seal(consent, browser, "", "");
    }

    /** The seal of a form that is shown to a signed-in user. */
    String seal(ConsentRequest consent, String browser, People.Person person) {
        return seal(consent, browser, person.account(), person.id());
    }

    private String seal(ConsentRequest consent, String browser, String account, String userId) {
        return signer.seal(
                PURPOSE,
                String.join(
                        "\n",
                        Long.toString(clock.now().plus(LIFE).getEpochSecond()),
                        Secrets.token(NONCE_BYTES),
                        Secrets.hash(browser),
                        consent.fingerprint(),
                        account,
                        userId));
    }

    /** Uses a form up to approve; returns the active user that was signed in, as stored now. */
    Optional<People.Person> approve(String seal, ConsentRequest consent, String browser) {
        return open(seal, consent, browser).flatMap(form -> person(form).filter(any -> useUp(form)));
    }

    /** Uses a form up to deny; false when it was not shown to this browser, is too old or was used before. */
    boolean deny(String seal, ConsentRequest consent, String browser) {
        return open(seal, consent, browser).filter(this::useUp).isPresent();
    }

    private Optional<Form> open(String seal, ConsentRequest consent, String browser) {
        return signer.open(PURPOSE, seal)
                .map(text -> List.of(text.split("\n", -1)))
                .filter(parts -> parts.size() == PARTS)
                .filter(parts -> Secrets.same(parts.get(2), Secrets.hash(browser)))
                .filter(parts -> Secrets.same(parts.get(3), consent.fingerprint()))
                .map(parts ->
                        new Form(seal, Instant.ofEpochSecond(Long.parseLong(parts.get(0))), parts.get(4), parts.get(5)))
                .filter(form -> clock.now().isBefore(form.until()));
    }

    private Optional<People.Person> person(Form form) {
        return form.userId().isEmpty()
                ? Optional.empty()
                : store.read(NO_ACCOUNT, unit -> people.byId(unit.as(form.account()), form.userId()))
                        .filter(People.Person::active);
    }

    private boolean useUp(Form form) {
        return store.counters(CounterKind.FORMS)
                        .add(Secrets.hash(form.seal()), form.until().minus(LIFE), form.until())
                == 1;
    }
}
