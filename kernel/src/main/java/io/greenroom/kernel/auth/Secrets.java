package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.ContractViolation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess, and what is kept of them. Threads may share it. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Secrets() {}

    /** A new secret of so many random bytes, as URL-safe text. */
    public static String token(int bytes) {
        return TEXT.encodeToString(bytes(bytes));
    }

    /** A number that nobody can guess, to draw ids from. */
    public static long number() {
        return RANDOM.nextLong();
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A text of letters drawn from an alphabet, for codes that people type. */
    static String letters(String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /**
     * What is kept of a secret that was drawn at random: it leads nowhere back. For people's own see {@link Passwords}.
     */
    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return TEXT.encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new ContractViolation("SHA-256 is part of every JDK", e);
        }
    }

    /** Whether two texts are the same, in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
