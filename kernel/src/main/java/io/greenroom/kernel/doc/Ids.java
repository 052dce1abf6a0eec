package io.greenroom.kernel.doc;

import java.util.Base64;
import java.util.SplittableRandom;

/**
 * The one source of random numbers for ids and other things that are no secrets: the same seed gives the same ids.
 * Threads may share it. Ids that are drawn one after the other begin alike, so that what is kept under them lies
 * together in the store's indexes, and a commit writes few of their pages. Secrets come from {@link
 * io.greenroom.kernel.auth.Secrets}.
 */
public final class Ids {
    /** So many ids in a row begin alike: no more than what an index's page holds. */
    private static final int RUN = 64;

    private static final int BEGINNING_BYTES = 3;

    private final SplittableRandom random;
    private final int first;
    private long drawn;

    public Ids(long seed) {
        this.random = new SplittableRandom(seed);
        this.first = random.nextInt();
    }

    /** An id as the API has most of them: 22 characters of base64url for 16 bytes. */
    public String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(withBeginning(bytes(16)));
    }

    /** A decimal number of that many digits that does not begin with 0. */
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
