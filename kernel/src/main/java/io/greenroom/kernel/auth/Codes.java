package io.greenroom.kernel.auth;

import static io.greenroom.kernel.store.KernelTables.AUTHORIZATION_CODES;

import io.greenroom.kernel.Clock;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.util.Optional;

/** Authorization codes: good for five minutes and for one exchange, kept as hashes in the app's account. Threads may share it. */
final class Codes {
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** How long we remember an expired code, to say that it is expired. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int BYTES = 24;
    private static final int PER_APP = 1000;

    private final Clock clock;

    Codes(Clock clock) {
        this.clock = clock;
    }

    /** A new code for what a person has approved. */
    String issue(Transaction unit, AuthorizationRequest approved, People.Person person) {
        forget(unit, approved.app().id());
        String code = Secrets.token(BYTES);
        Doc kept = unit.blank(AUTHORIZATION_CODES)
                .put("id", Secrets.hash(code))
                .put("app_id", approved.app().id())
                .put("user_account", person.account())
                .put("user_id", person.id())
                .put("redirect_uri", approved.redirectUri())
                .put("expires", clock.now(unit.account()).plus(LIFE).getEpochSecond());
        approved.challenge().ifPresent(challenge -> kept.put("challenge", challenge.text())
                .put("challenge_method", challenge.method().word()));
        unit.insert(AUTHORIZATION_CODES, kept);
        return code;
    }

    /** Each new code removes up to two of the oldest, so that they never pile up. */
    private void forget(Transaction unit, String appId) {
        Query.Slice oldest = unit.in(AUTHORIZATION_CODES).where("app_id", appId).page(Query.Start.FIRST, 2);
        long before = clock.now(unit.account()).minus(REMEMBERED).getEpochSecond();
        boolean full = oldest.total() >= PER_APP;
        for (Doc code : oldest.documents()) {
            if (full || code.number("expires") < before) {
                unit.delete(AUTHORIZATION_CODES, code);
            }
        }
    }

    /** What a code stands for, expired or not. */
    Optional<Doc> find(Transaction unit, String code, String appId) {
        return unit.find(AUTHORIZATION_CODES, Secrets.hash(code))
                .filter(kept -> kept.text("app_id").equals(appId));
    }

    boolean expired(Transaction unit, Doc code) {
        return clock.now(unit.account()).getEpochSecond() >= code.number("expires");
    }

    void use(Transaction unit, Doc code) {
        unit.delete(AUTHORIZATION_CODES, code);
    }
}
