package io.greenroom.kernel.doc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Numbers that follow from a seed and the name of what they are for, so that they are the same each time.
 *
 * @param seed that others do not know, or that a test chooses
 */
public record Draws(long seed) {
    private static final int UNUSED_BITS = 11;

    /** A number from 0 to less than 1. */
    public double of(String purpose) {
        byte[] text = (seed + " " + purpose).getBytes(StandardCharsets.UTF_8);
        long bits = ByteBuffer.wrap(digest().digest(text)).getLong() >>> UNUSED_BITS;
        return bits * 0x1.0p-53;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new ContractViolation("SHA-256 is part of every JDK", e);
        }
    }
}
