package io.greenroom.kernel.doc;

import java.util.Base64;
import java.util.SplittableRandom;

/**
 * The one source of random ids and other random numbers that are not secret: the same seed gives the same ids. Threads
 * may share it. Consecutive ids share a prefix, so that their rows are adjacent in the store's indexes and a commit
 * writes few index pages. Secrets come from {@link io.greenroom.kernel.auth.Secrets}.
 */
public final class Ids {
    /** Number of consecutive ids with the same prefix: at most the entries of one index page. */
    private static final int RUN = 64;

    private static final int BEGINNING_BYTES = 3;

    private final SplittableRandom random;
    private final int first;
    private long drawn;

    public Ids(long seed) {
        this.random = new SplittableRandom(seed);
        this.first = random.nextInt();
    }

    /** An id in the API's usual form: 22 characters of base64url for 16 bytes. */
    public String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(withBeginning(bytes(16)));
    }

    /** A decimal number of that many digits without a leading 0. */
    public synchronized long digits(int digits) {
        long least = (long) Math.pow(10, digits - 1.0);
        return random.nextLong(least, least * 10);
    }

    /** 32 hexadecimal digits, as tracking ids have them. */
    public String hex() {
        return java.util.HexFormat.of().formatHex(bytes(16));
    }

    private synchronized byte[] withBeginning(byte[] bytes) {
        long beginning = first + drawn++ / RUN;
        for (int i = 0; i < BEGINNING_BYTES; i++) {
            bytes[i] = (byte) (beginning >> (8 * (BEGINNING_BYTES - 1 - i)));
        }
        return bytes;
    }

    private synchronized byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
