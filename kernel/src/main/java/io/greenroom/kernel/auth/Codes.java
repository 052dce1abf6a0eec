package io.greenroom.kernel.auth;

import static io.greenroom.kernel.store.KernelTables.AUTHORIZATION_CODES;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Authorization codes: valid for five minutes and one exchange, stored as hashes in the app's account. Threads may
 * share it.
 */
public final class Codes {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int BYTES = 24;

    private final OAuthScope scope;

    public Codes(OAuthScope scope) {
        this.scope = scope;
    }

    /** Issues a code for an approved request. */
    public String issue(Transaction unit, AuthorizationRequest approved, People.Person person) {
        Grants.checkActive(unit, approved.app());
        Instant now = scope.now(unit);
        ShortLived.makeRoom(unit, AUTHORIZATION_CODES, approved.app().id(), now);
        String code = Secrets.token(BYTES);
        Doc kept = unit.blank(AUTHORIZATION_CODES)
                .put("id", Secrets.hash(code))
                .put("app_id", approved.app().id())
                .put("user_account", person.account())
                .put("user_id", person.id())
                .put("redirect_uri", approved.redirectUri())
                .put("expires", now.plus(LIFE).getEpochSecond());
        approved.challenge().ifPresent(challenge -> kept.put("challenge", challenge.text())
                .put("challenge_method", challenge.method().word()));
        unit.insert(AUTHORIZATION_CODES, kept);
        return code;
    }

    /** Finds a code, whether expired, exchanged or neither. */
    public Optional<Doc> find(Transaction unit, String code, String appId) {
        return unit.find(AUTHORIZATION_CODES, Secrets.hash(code))
                .filter(kept -> kept.text("app_id").equals(appId));
    }

    public boolean expired(Transaction unit, Doc code) {
        return scope.now(unit).getEpochSecond() >= code.number("expires");
    }

    /** Marks a code as exchanged. It is kept, so that a second use is noticed. */
    public void use(Transaction unit, Doc code, Doc grant) {
        unit.update(AUTHORIZATION_CODES, code.copy().put("grant_id", grant.id()));
    }

    /** Deletes the codes of an app. */
    static void forget(Transaction unit, Doc app) {
        unit.in(AUTHORIZATION_CODES)
                .where("app_id", app.id())
                .list()
                .forEach(code -> unit.delete(AUTHORIZATION_CODES, code));
    }
}
