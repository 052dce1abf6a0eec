package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Binds the form of a consent page to the signed-in user, to the content shown and to the browser, so that no other
 * page can submit it (cross-site request forgery). Threads may share it.
 */
final class FormSeal {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String PURPOSE = "oauth-consent";
    private static final int PARTS = 5;

    private final Signer signer;
    private final Clock clock;
    private final People people;

    FormSeal(Signer signer, Clock clock, People people) {
        this.signer = signer;
        this.clock = clock;
        this.people = people;
    }

    String seal(ConsentRequest consent, People.Person person, String browser) {
        String until = Long.toString(clock.now().plus(LIFE).getEpochSecond());
        return signer.seal(
                PURPOSE,
                String.join("\n", until, Secrets.hash(browser), consent.fingerprint(), person.account(), person.id()));
    }

    /** The user who was shown this form, as stored now. */
    Optional<People.Person> open(Transaction unit, String seal, ConsentRequest consent, String browser) {
        return signer.open(PURPOSE, seal)
                .map(text -> List.of(text.split("\n", -1)))
                .filter(parts -> parts.size() == PARTS)
                .filter(parts -> clock.now().getEpochSecond() < Long.parseLong(parts.get(0)))
                .filter(parts -> Secrets.same(parts.get(1), Secrets.hash(browser)))
                .filter(parts -> Secrets.same(parts.get(2), consent.fingerprint()))
                .flatMap(parts -> people.byId(unit.as(parts.get(3)), parts.get(4)));
    }
}
