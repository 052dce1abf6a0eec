package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.store.KernelTables.GRANTS;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.auth.Tokens;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Issues tokens from grants. Threads may share it. */
final class Issuer {
    private static final Duration ACCESS_LIFE = Duration.ofHours(1);
    /** One second less than the token's lifetime, as the vendor states it. */
    private static final long EXPIRES_IN = 3599;

    private static final int JTI_BYTES = 16;

    private final OAuthScope scope;
    private final Tokens tokens;
    private final Grants grants;
    private final OAuthSettings settings;

    Issuer(OAuthScope scope, Tokens tokens, Grants grants, OAuthSettings settings) {
        this.scope = scope;
        this.tokens = tokens;
        this.grants = grants;
        this.settings = settings;
    }

    /** Stores a user's new grant, ends the former one for the same app, and issues the first refresh token. */
    Issued open(Transaction unit, Client client, String userId) {
        Doc draft = grants.draft(unit, client.app(), userId).put("without_secret", !client.proven());
        Instant now = now(unit);
        String refreshToken = refreshToken(draft, now);
        draft.put("refresh_hash", Secrets.hash(refreshToken));
        Doc grant = grants.replace(unit, client.app(), draft);
        return new Issued(grant, accessToken(grant, newId(), now), Optional.of(refreshToken));
    }

    /** Issues the next refresh token of a grant and invalidates the former, by the settings also access tokens. */
    Issued rotate(Transaction unit, Doc grant) {
        Instant now = now(unit);
        String refreshToken = refreshToken(grant, now);
        String id = newId();
        Doc rotated = grant.copy()
                .put("refresh_hash", Secrets.hash(refreshToken))
                .put("only_token", settings.oneToken() ? Optional.of(id) : Optional.empty());
        return new Issued(unit.update(GRANTS, rotated), accessToken(rotated, id, now), Optional.of(refreshToken));
    }

    /** Issues an access token without a refresh token. */
    Issued access(Transaction unit, Doc grant) {
        return new Issued(grant, accessToken(grant, newId(), now(unit)), Optional.empty());
    }

    /** Issues an access token without a refresh token and invalidates the earlier access tokens of the grant. */
    Issued onlyAccess(Transaction unit, Doc grant) {
        String id = newId();
        Doc changed = unit.update(GRANTS, grant.copy().put("only_token", id));
        return new Issued(changed, accessToken(changed, id, now(unit)), Optional.empty());
    }

    private Instant now(Transaction unit) {
        return scope.now(unit).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String newId() {
        return Secrets.token(JTI_BYTES);
    }

    private String accessToken(Doc grant, String id, Instant now) {
        return token(grant, Tokens.Type.ACCESS, id, now, ACCESS_LIFE);
    }

    private String refreshToken(Doc grant, Instant now) {
        return token(grant, Tokens.Type.REFRESH, newId(), now, settings.refreshLife());
    }

    private String token(Doc grant, Tokens.Type type, String id, Instant now, Duration life) {
        return tokens.sign(new Tokens.Claims(
                type,
                grant.text("app_id"),
                grant.text("account_id"),
                grant.text("user_id"),
                grant.id(),
                id,
                now,
                now.plus(life)));
    }

    /** The body of a successful token answer. */
    static Doc answer(Issued issued, String apiUrl) {
        return new Doc(Schema.anyObject())
                .put("access_token", issued.accessToken())
                .put("token_type", "bearer")
                .put("refresh_token", issued.refreshToken())
                .put("expires_in", EXPIRES_IN)
                .put("scope", String.join(" ", issued.grant().texts("scopes")))
                .put("api_url", apiUrl);
    }
}
