package io.greenroom.kernel;

import java.util.Base64;
import java.util.SplittableRandom;

/**
 * The one source of random numbers for ids and other things that are no secrets: the same seed gives the same ids.
 * Threads may share it. Secrets come from {@link io.greenroom.kernel.auth.Secrets}.
 */
public final class Ids {
    private final SplittableRandom random;

    public Ids(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** An id as the API has most of them: 22 characters of base64url for 16 bytes. */
    public String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
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

    private synchronized byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
