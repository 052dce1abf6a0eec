package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.ContractViolation;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes of users: {@code pbkdf2-sha256$rounds$salt$hash}. Hashing takes ten to twenty milliseconds, so it
 * never runs inside a unit of the store.
 */
public final class Passwords {
    private static final int ROUNDS = 40_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final Pattern KEPT = Pattern.compile("pbkdf2-sha256\\$(\\d{1,7})\\$([\\w-]+)\\$([\\w-]+)");

    private Passwords() {}

    /** Hashes a password with a new salt. */
    public static String hash(String password) {
        byte[] salt = Secrets.bytes(SALT_BYTES);
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return "pbkdf2-sha256$%d$%s$%s"
                .formatted(ROUNDS, text.encodeToString(salt), text.encodeToString(derive(password, salt, ROUNDS)));
    }

    /** Whether a password matches a hash. An empty or foreign hash matches nothing and takes as long. */
    public static boolean matches(String password, String hash) {
        Matcher kept = KEPT.matcher(hash);
        if (!kept.matches()) {
            derive(password, new byte[SALT_BYTES], ROUNDS);
            return false;
        }
        byte[] salt = Base64.getUrlDecoder().decode(kept.group(2));
        byte[] expected = Base64.getUrlDecoder().decode(kept.group(3));
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(kept.group(1))));
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new ContractViolation("PBKDF2 is part of every JDK", e);
        }
    }
}
