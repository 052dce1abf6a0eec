package io.greenroom.kernel.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import io.greenroom.kernel.doc.ContractViolation;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Access and refresh tokens: signed JWTs that clients can read but not forge. Threads may share it.
 *
 * <p>A valid signature does not say that the token is still valid; its grant does.
 */
public final class Tokens {
    private static final int LONGEST = 4096;
    private static final String AUDIENCE = "https://oauth.zoom.us";
    private static final String ISSUER = "urn:zoom:connect:clientid:";

    private final JWSHeader header;
    private final MACSigner signer;
    private final MACVerifier verifier;

    /** The purpose of a token. */
    public enum Type {
        ACCESS("access_token"),
        REFRESH("refresh_token");

        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    /**
     * The claims of a token.
     *
     * @param type its purpose
     * @param appId the client id
     * @param account the account that it is valid for
     * @param userId the user that it acts as
     * @param grantId the grant that it was issued from
     * @param jti its own id
     * @param issued on the account's clock
     * @param expires on the account's clock
     */
    public record Claims(
            Type type,
            String appId,
            String account,
            String userId,
            String grantId,
            String jti,
            Instant issued,
            Instant expires) {}

    public Tokens(Keys keys) {
        Keys.Key key = keys.tokens();
        this.header = new JWSHeader.Builder(JWSAlgorithm.HS512)
                .customParam("v", "2.0")
                .keyID(key.id())
                .build();
        try {
            this.signer = new MACSigner(key.secret());
            this.verifier = new MACVerifier(key.secret());
        } catch (JOSEException e) {
            throw new ContractViolation("The key for tokens does not fit", e);
        }
    }

    public String sign(Claims claims) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ver", "6");
        body.put("clientId", claims.appId());
        body.put("code", Secrets.token(24));
        body.put("iss", ISSUER + claims.appId());
        body.put("authenticationId", claims.grantId());
        body.put("userId", claims.userId());
        body.put("groupNumber", 0);
        body.put("aud", AUDIENCE);
        body.put("accountId", claims.account());
        body.put("nbf", claims.issued().getEpochSecond());
        body.put("exp", claims.expires().getEpochSecond());
        body.put("tokenType", claims.type().word);
        body.put("iat", claims.issued().getEpochSecond());
        body.put("jti", claims.jti());
        body.put("tolerance", 0);
        JWSObject token = new JWSObject(header, new Payload(body));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new ContractViolation("A token cannot be signed", e);
        }
        return token.serialize();
    }

    /** Verifies a token of ours; empty when the signature is not ours. */
    public Optional<Claims> verify(String token) {
        return parse(token)
                .filter(this::ours)
                .map(ours -> claims(ours.getPayload().toJSONObject()));
    }

    /** Parses a JWS of any issuer; empty when malformed or too long. */
    static Optional<JWSObject> parse(String token) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(JWSObject.parse(token));
        } catch (ParseException | IllegalArgumentException | NullPointerException e) {
            // Nimbus fails on the header "null".
            return Optional.empty();
        }
    }

    private boolean ours(JWSObject token) {
        try {
            return JWSAlgorithm.HS512.equals(token.getHeader().getAlgorithm()) && token.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private static Claims claims(Map<String, Object> body) {
        return new Claims(
                Type.ACCESS.word.equals(body.get("tokenType")) ? Type.ACCESS : Type.REFRESH,
                text(body, "clientId"),
                text(body, "accountId"),
                text(body, "userId"),
                text(body, "authenticationId"),
                text(body, "jti"),
                instant(body, "iat"),
                instant(body, "exp"));
    }

    private static String text(Map<String, Object> body, String claim) {
        if (body.get(claim) instanceof String text) {
            return text;
        }
        throw new ContractViolation("A token that we signed has no " + claim);
    }

    private static Instant instant(Map<String, Object> body, String claim) {
        if (body.get(claim) instanceof Number number) {
            return Instant.ofEpochSecond(number.longValue());
        }
        throw new ContractViolation("A token that we signed has no " + claim);
    }
}
