package io.greenroom.kernel.doc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs texts that clients send back, such as page tokens, so that they cannot be forged or changed. Signed texts stay
 * readable. Threads may share it; all nodes of one database have the same key.
 */
public final class Signer {
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKeySpec key;

    public Signer(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** The text and its signature, URL-safe. */
    public String seal(String purpose, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = signature(purpose, bytes);
        byte[] sealed = Arrays.copyOf(signature, SIGNATURE_BYTES + bytes.length);
        System.arraycopy(bytes, 0, sealed, SIGNATURE_BYTES, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The text that was sealed for this purpose, empty if the seal is not valid. */
    public Optional<String> open(String purpose, String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        byte[] claimed = Arrays.copyOf(bytes, SIGNATURE_BYTES);
        return MessageDigest.isEqual(claimed, signature(purpose, text))
                ? Optional.of(new String(text, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** A separate 32-byte key for a purpose, for formats with their own kind of signature. */
    public byte[] keyFor(String purpose) {
        return mac("key for " + purpose, new byte[0]);
    }

    /** The signature alone, in hexadecimal digits. */
    public String hex(String purpose, String text) {
        return HexFormat.of().formatHex(mac(purpose, text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] signature(String purpose, byte[] text) {
        return Arrays.copyOf(mac(purpose, text), SIGNATURE_BYTES);
    }

    private byte[] mac(String purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new ContractViolation("HmacSHA256 is part of every JDK", e);
        }
    }
}
