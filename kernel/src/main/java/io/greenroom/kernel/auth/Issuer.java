package io.greenroom.kernel.auth;

import static io.greenroom.kernel.store.KernelTables.GRANTS;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Clock;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes tokens from grants. Threads may share it. */
final class Issuer {
    private static final Duration ACCESS_LIFE = Duration.ofHours(1);
    /** A second less than a token lives, as the vendor says it. */
    private static final long EXPIRES_IN = 3599;

    private static final int JTI_BYTES = 16;

    private final Tokens tokens;
    private final Clock clock;
    private final Grants grants;
    private final Duration refreshLife;

    Issuer(Tokens tokens, Clock clock, Grants grants, Duration refreshLife) {
        this.tokens = tokens;
        this.clock = clock;
        this.grants = grants;
        this.refreshLife = refreshLife;
    }

    /** Keeps a new grant of a person, whose former one for the same app ends, and gives it its first refresh token. */
    Issued open(Transaction unit, Client client, String userId) {
        Doc draft = grants.draft(unit, client.app(), userId).put("without_secret", !client.proven());
        String refreshToken = token(draft, Tokens.Type.REFRESH, refreshLife);
        Doc grant = grants.replace(unit, client.app(), draft.put("refresh_hash", Secrets.hash(refreshToken)));
        return new Issued(grant, Optional.of(refreshToken));
    }

    /** Gives a grant another refresh token; the former works no more. */
    Issued rotate(Transaction unit, Doc grant) {
        String refreshToken = token(grant, Tokens.Type.REFRESH, refreshLife);
        Doc rotated = unit.update(GRANTS, grant.copy().put("refresh_hash", Secrets.hash(refreshToken)));
        return new Issued(rotated, Optional.of(refreshToken));
    }

    /** The answer that hands the tokens out, with a new access token. */
    Doc answer(Issued issued, String apiUrl) {
        Doc grant = issued.grant();
        return new Doc(Schema.anyObject())
                .put("access_token", token(grant, Tokens.Type.ACCESS, ACCESS_LIFE))
                .put("token_type", "bearer")
                .put("refresh_token", issued.refreshToken())
                .put("expires_in", EXPIRES_IN)
                .put("scope", String.join(" ", grant.texts("scopes")))
                .put("api_url", apiUrl);
    }

    private String token(Doc grant, Tokens.Type type, Duration life) {
        String account = grant.text("account_id");
        Instant now = clock.now(account).truncatedTo(ChronoUnit.SECONDS);
        return tokens.sign(new Tokens.Claims(
                type,
                grant.text("app_id"),
                account,
                grant.text("user_id"),
                grant.id(),
                Secrets.token(JTI_BYTES),
                now,
                now.plus(life)));
    }
}
