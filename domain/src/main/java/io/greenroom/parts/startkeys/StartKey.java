package io.greenroom.parts.startkeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.LoginType;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A key that starts meetings as a user: a JWT with the claims that the vendor's keys have. */
public final class StartKey {
    private static final int USER = 100;
    private static final int API_USER = 99;

    private StartKey() {}

    /**
     * What a valid key says.
     *
     * @param userId the user that it starts meetings as
     * @param issued when it was issued, to the second
     */
    public record Holder(String userId, Instant issued) {}

    /** Reads a key; empty if it is not one of ours or has expired. */
    public static Optional<Holder> read(Call call, String key) {
        try {
            JWSObject signed = JWSObject.parse(key);
            if (!signed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    || !signed.verify(new MACVerifier(call.signer().keyFor("start")))) {
                return Optional.empty();
            }
            Map<String, Object> claims = signed.getPayload().toJSONObject();
            return claims.get("uid") instanceof String user
                            && claims.get("iat") instanceof Long issued
                            && claims.get("exp") instanceof Long expires
                            && call.now().getEpochSecond() < expires
                    ? Optional.of(new Holder(user, Instant.ofEpochSecond(issued)))
                    : Optional.empty();
        } catch (JOSEException | ParseException e) {
            return Optional.empty();
        }
    }

    public static String issue(Call call, Doc user, Duration life) {
        Instant now = call.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", "clientsm");
        claims.put("uid", user.id());
        claims.put("iss", "web");
        claims.put("sty", LoginType.has(user, LoginType.API) ? API_USER : USER);
        claims.put("wcd", "us02");
        claims.put("clt", 0);
        claims.put("stk", call.ids().secret());
        claims.put("exp", now.plus(life).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("aid", user.text("account_id"));
        claims.put("cid", "");
        JWSObject key = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
        try {
            key.sign(new MACSigner(call.signer().keyFor("start")));
        } catch (JOSEException e) {
            throw new ContractViolation("A key for starting meetings cannot be signed", e);
        }
        return key.serialize();
    }
}
