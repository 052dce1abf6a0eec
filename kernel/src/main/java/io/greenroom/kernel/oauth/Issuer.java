package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.store.KernelTables.GRANTS;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.OAuthScope;
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
    private final Duration refreshLife;

    Issuer(OAuthScope scope, Tokens tokens, Grants grants, Duration refreshLife) {
        this.scope = scope;
        this.tokens = tokens;
        this.grants = grants;
        this.refreshLife = refreshLife;
    }

    /** Stores a user's new grant, ends the former one for the same app, and issues the first refresh token. */
    Issued open(Transaction unit, Client client, String userId) {
        Doc draft = grants.draft(unit, client.app(), userId).put("without_secret", !client.proven());
        Instant now = now(unit);
        String refreshToken = token(draft, Tokens.Type.REFRESH, now, refreshLife);
        draft.put("refresh_hash", Secrets.hash(refreshToken));
        return issued(grants.replace(unit, client.app(), draft), now, Optional.of(refreshToken));
    }

    /** Issues the next refresh token of a grant and invalidates the former. */
    Issued rotate(Transaction unit, Doc grant) {
        Instant now = now(unit);
        String refreshToken = token(grant, Tokens.Type.REFRESH, now, refreshLife);
        Doc rotated = unit.update(GRANTS, grant.copy().put("refresh_hash", Secrets.hash(refreshToken)));
        return issued(rotated, now, Optional.of(refreshToken));
    }

    /** Issues an access token without a refresh token. */
    Issued access(Transaction unit, Doc grant) {
        return issued(grant, now(unit), Optional.empty());
    }

    private Instant now(Transaction unit) {
        return scope.now(unit).truncatedTo(ChronoUnit.SECONDS);
    }

    private Issued issued(Doc grant, Instant now, Optional<String> refreshToken) {
        return new Issued(grant, token(grant, Tokens.Type.ACCESS, now, ACCESS_LIFE), refreshToken);
    }

    private String token(Doc grant, Tokens.Type type, Instant now, Duration life) {
        return tokens.sign(new Tokens.Claims(
                type,
                grant.text("app_id"),
                grant.text("account_id"),
                grant.text("user_id"),
                grant.id(),
                Secrets.token(JTI_BYTES),
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
