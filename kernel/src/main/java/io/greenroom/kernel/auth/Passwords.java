package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.ContractViolation;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes of users: {@code pbkdf2-sha256$rounds$salt$hash}. Hashing takes some tenths of a second of one core,
 * so it never runs inside a unit of the store, and half of the cores stay free for other requests: callers wait for
 * their turn. Threads may share it.
 */
public final class Passwords {
    /** What OWASP advises for PBKDF2 with HMAC-SHA256. */
    public static final int ROUNDS = 600_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final Pattern KEPT = Pattern.compile("pbkdf2-sha256\\$(\\d{1,7})\\$([\\w-]+)\\$([\\w-]+)");

    private final int rounds;
    private final Semaphore turns;

    /**
     * Creates the hashes of an installation.
     *
     * @param rounds of new hashes: {@link #ROUNDS}, or fewer in tests
     */
    public Passwords(int rounds) {
        this.rounds = rounds;
        this.turns = new Semaphore(atOnce(), true);
    }

    /** How many hashes are computed at once. */
    static int atOnce() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** Hashes a password with a new salt. */
    public String hash(String password) {
        byte[] salt = Secrets.bytes(SALT_BYTES);
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return "pbkdf2-sha256$%d$%s$%s"
                .formatted(rounds, text.encodeToString(salt), text.encodeToString(derive(password, salt, rounds)));
    }

    /** Whether a password matches a hash. An empty or foreign hash matches nothing and takes as long. */
    public boolean matches(String password, String hash) {
        Matcher kept = KEPT.matcher(hash);
        if (!kept.matches()) {
            derive(password, new byte[SALT_BYTES], rounds);
            return false;
        }
        byte[] salt = Base64.getUrlDecoder().decode(kept.group(2));
        byte[] expected = Base64.getUrlDecoder().decode(kept.group(3));
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(kept.group(1))));
    }

    /** Whether a hash has fewer rounds than new ones. It still matches, and is replaced at the next sign-in. */
    public boolean isOutdated(String hash) {
        Matcher kept = KEPT.matcher(hash);
        return kept.matches() && Integer.parseInt(kept.group(1)) < rounds;
    }

    private byte[] derive(String password, byte[] salt, int times) {
        turns.acquireUninterruptibly();
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, times, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new ContractViolation("PBKDF2 is part of every JDK", e);
        } finally {
            turns.release();
        }
    }
}
