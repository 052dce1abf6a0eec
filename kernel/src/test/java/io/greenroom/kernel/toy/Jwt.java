package io.greenroom.kernel.toy;

import io.greenroom.kernel.auth.Apps.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as legacy JWT apps sign them by themselves. */
public final class Jwt {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    public static String signed(Credentials app, Instant expires) {
        String payload = "{\"iss\":\"" + app.clientId() + "\",\"exp\":" + expires.getEpochSecond() + "}";
        String text = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(payload);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(app.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return text + "." + TEXT.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String json) {
        return TEXT.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
