package io.greenroom.kernel.auth;

import static io.greenroom.kernel.store.KernelTables.APPS;
import static io.greenroom.kernel.store.KernelTables.GRANTS;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The grants of apps. A token is valid while its grant exists and has not revoked it, on every node and after every
 * restart. Threads may share it.
 *
 * <p>Grant ids are random secrets and never reused, so a token of an ended grant cannot become valid again.
 */
public final class Grants {
    private static final int ID_BYTES = 16;
    private static final int REVOKED_PER_GRANT = 500;
    private static final int AT_ONCE = 500;

    /** Drafts a grant for a user who approved an app; it is not stored yet. */
    public Doc draft(Transaction unit, Doc app, String userId) {
        CallerKind kind = Apps.kind(app) == CallerKind.ACCOUNT ? CallerKind.ACCOUNT : CallerKind.USER;
        return draft(unit, app, userId, kind, app.texts("scopes"));
    }

    private static Doc draft(Transaction unit, Doc app, String userId, CallerKind kind, List<String> scopes) {
        return unit.blank(GRANTS)
                .put("id", Secrets.token(ID_BYTES))
                .put("account_id", unit.account())
                .put("app_id", app.id())
                .put("user_id", userId)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("scopes", scopes);
    }

    /** Stores a grant and deletes the former grant of the same user and app. */
    public Doc replace(Transaction unit, Doc app, Doc draft) {
        checkActive(unit, app);
        of(unit, draft.text("app_id"), draft.text("user_id")).stream()
                .filter(grant -> !standsByItself(grant))
                .forEach(grant -> unit.delete(GRANTS, grant));
        return unit.insert(GRANTS, draft);
    }

    /**
     * Finds an app's own grant, which needs no user's approval, if it has exactly these scopes and may have any number
     * of tokens.
     */
    public Optional<Doc> standing(Transaction unit, Doc app, CallerKind kind, List<String> scopes) {
        return standing(unit, app, kind)
                .filter(grant -> grant.texts("scopes").equals(scopes) && !grant.has("only_token"));
    }

    private static Optional<Doc> standing(Transaction unit, Doc app, CallerKind kind) {
        return of(unit, app.id(), app.text("owner_id")).stream()
                .filter(grant -> kind(grant) == kind)
                .findFirst();
    }

    /** Creates or updates an app's own grant, which then may have any number of tokens. */
    public Doc keepStanding(Transaction unit, Doc app, CallerKind kind, List<String> scopes) {
        checkActive(unit, app);
        return standing(unit, app, kind)
                .map(grant ->
                        unit.update(GRANTS, grant.copy().put("scopes", scopes).remove("only_token")))
                .orElseGet(() -> unit.insert(GRANTS, draft(unit, app, app.text("owner_id"), kind, scopes)));
    }

    /**
     * Checked inside the unit that creates a grant or a code, because the app may have been disabled since the request
     * arrived.
     */
    static void checkActive(Transaction unit, Doc app) {
        Optional<Doc> now = unit.as(app.text("account_id")).find(APPS, app.id());
        if (now.isEmpty() || now.get().flag("disabled")) {
            throw OAuthFailure.appDisabled();
        }
    }

    private static List<Doc> of(Transaction unit, String appId, String userId) {
        return unit.in(GRANTS).where("app_id", appId).where("user_id", userId).list();
    }

    /**
     * Revokes one token.
     *
     * @param now on the account's clock; revoked tokens that have expired by then are dropped
     */
    public void revoke(Transaction unit, Doc grant, Tokens.Claims token, Instant now) {
        List<Doc> dead = new ArrayList<>();
        for (Doc revoked : grant.docs("revoked")) {
            if (revoked.text("jti").equals(token.jti())) {
                return;
            }
            if (revoked.number("expires") > now.getEpochSecond()) {
                dead.add(revoked);
            }
        }
        if (dead.size() >= REVOKED_PER_GRANT) {
            // At the limit of revoked tokens for a grant, ends the whole grant: the safe choice.
            end(unit, grant);
            return;
        }
        Doc changed = grant.copy();
        dead.add(new Doc(changed.schema()
                        .property("revoked")
                        .orElseThrow()
                        .schema()
                        .items())
                .put("jti", token.jti())
                .put("expires", token.expires().getEpochSecond()));
        unit.update(GRANTS, changed.put("revoked", dead));
    }

    static boolean hasRevoked(Doc grant, String jti) {
        return !grant.text("only_token", jti).equals(jti)
                || grant.docs("revoked").stream()
                        .anyMatch(revoked -> revoked.text("jti").equals(jti));
    }

    /** Ends a grant; all its tokens become invalid. */
    public void end(Transaction unit, Doc grant) {
        unit.delete(GRANTS, grant);
    }

    /** Lists the grants that a user of the unit's account has approved, oldest first. */
    List<Doc> approved(Transaction unit, String userId) {
        return unit.in(GRANTS).where("user_id", userId).list().stream()
                .filter(grant -> !standsByItself(grant))
                .toList();
    }

    /** Ends the grants of a user of the unit's account who is deactivated, removed or moved away. */
    public void endOfUser(Transaction unit, String userId) {
        approved(unit, userId).forEach(grant -> end(unit, grant));
    }

    /** Ends the grants of an app in all accounts. */
    public void endOfApp(Transaction unit, String appId) {
        endAll(unit, () -> unit.across(GRANTS).where("app_id", appId));
    }

    private void endAll(Transaction unit, Supplier<Query> query) {
        List<Doc> some = query.get().page(Query.Start.FIRST, AT_ONCE).documents();
        while (!some.isEmpty()) {
            some.forEach(grant -> end(unit.as(grant.text("account_id")), grant));
            some = query.get().page(Query.Start.FIRST, AT_ONCE).documents();
        }
    }

    static CallerKind kind(Doc grant) {
        return CallerKind.valueOf(grant.text("kind").toUpperCase(Locale.ROOT));
    }

    /** Whether the grant belongs to the app itself rather than to a user who approved it. */
    public static boolean standsByItself(Doc grant) {
        return switch (kind(grant)) {
            case SERVER, CHATBOT -> true;
            case USER, ACCOUNT, JWT -> false;
        };
    }
}
