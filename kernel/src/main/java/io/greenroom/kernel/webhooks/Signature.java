package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.doc.ContractViolation;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a delivery: the HMAC of its timestamp and its very bytes. */
public final class Signature {
    private static final String VERSION = "v0";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The value of {@code x-zm-signature}. */
    public static String of(String secret, long timestamp, byte[] body) {
        Mac mac = mac(secret);
        mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    /** Whether a signature is the one of these bytes. Takes the same time for each wrong one. */
    public static boolean matches(String signature, String secret, String timestamp, byte[] body) {
        Mac mac = mac(secret);
        mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        String right = VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer to a validation: the HMAC of its plain token in hexadecimal digits. */
    public static String encrypted(String secret, String plainToken) {
        return HexFormat.of().formatHex(mac(secret).doFinal(plainToken.getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac mac(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new ContractViolation("HMAC with SHA-256 is part of every JDK", e);
        }
    }
}
