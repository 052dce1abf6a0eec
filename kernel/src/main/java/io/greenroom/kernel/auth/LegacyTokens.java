package io.greenroom.kernel.auth;

import static io.greenroom.kernel.store.KernelTables.APPS;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that legacy JWT apps sign themselves: {@code {"iss": API key, "exp": seconds}}, HS256 with the API secret.
 * They act as the app's owner with all scopes. {@code nbf} counts; other claims are ignored. Threads may share it.
 */
final class LegacyTokens {
    /** Tolerance for clients whose clock is ahead of ours. */
    private static final long LEEWAY_SECONDS = 60;

    /** The year 9999. Some clients send milliseconds instead of seconds. */
    private static final long LATEST = 253_402_300_799L;

    private static final String NO_ACCOUNT = "";

    private final Store store;

    LegacyTokens(Store store) {
        this.store = store;
    }

    /**
     * A self-signed token whose signature is valid.
     *
     * @param account the app's account
     * @param appId the API key
     * @param version of the app's row when the signature was checked
     * @param begins when it becomes valid
     * @param expires as the app chose
     */
    record SelfSigned(String account, String appId, long version, Instant begins, Instant expires)
            implements TokenAuthenticator.Proven {

        /** Returns the caller; empty when the app was changed, disabled or removed since the check. */
        Optional<Caller> caller(Transaction unit) {
            return unit.find(APPS, appId)
                    .filter(app -> app.version() == version)
                    .map(app -> new Caller(account, app.text("owner_id"), appId, CallerKind.JWT, Set.of()));
        }
    }

    Optional<TokenAuthenticator.Proven> verify(String token) {
        return Tokens.parse(token)
                .filter(parsed -> JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm()))
                // No extension of the header is supported (RFC 7515, 4.1.11).
                .filter(parsed -> parsed.getHeader().getCriticalParams() == null)
                .flatMap(this::verify);
    }

    private Optional<TokenAuthenticator.Proven> verify(JWSObject token) {
        Map<String, Object> claims = token.getPayload().toJSONObject();
        if (claims == null
                || !(claims.get("iss") instanceof String apiKey)
                || !Texts.isStorable(apiKey)
                || !(claims.get("exp") instanceof Number expires)) {
            return Optional.empty();
        }
        Object notBefore = claims.get("nbf");
        if (notBefore != null && !(notBefore instanceof Number)) {
            return Optional.empty();
        }
        Instant begins = notBefore instanceof Number number ? begin(number.longValue()) : Instant.EPOCH;
        return store.read(NO_ACCOUNT, unit -> Apps.byClientId(unit, apiKey))
                .filter(app -> Apps.kind(app) == CallerKind.JWT && !app.flag("disabled"))
                .filter(app -> fits(token, app.text("signing_key")))
                .map(app -> new SelfSigned(
                        app.text("account_id"), app.id(), app.version(), begins, instant(expires.longValue())));
    }

    private static Instant begin(long value) {
        return instant((value > LATEST ? value / 1000 : value) - LEEWAY_SECONDS);
    }

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(Math.clamp(seconds, 0, LATEST));
    }

    /** Nimbus's verifier refuses short secrets, which test configurations have. */
    private static boolean fits(JWSObject token, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(
                    mac.doFinal(token.getSigningInput()), token.getSignature().decode());
        } catch (GeneralSecurityException e) {
            throw new ContractViolation("HmacSHA256 is part of every JDK", e);
        }
    }
}
