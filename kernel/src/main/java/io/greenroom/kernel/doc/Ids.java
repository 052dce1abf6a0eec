package io.greenroom.kernel.doc;

import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * The one source of new ids, passcodes and secret names. Threads may share it. {@link #unpredictable} draws from
 * cryptographic streams; {@link #seeded} repeats: the same seed gives the same values in the same order.
 *
 * <p>Ids, secrets and tracking ids come from three streams. Each answer has a tracking id, so these neither reveal nor
 * change the values of the other streams.
 */
public final class Ids {
    /** Number of consecutive ids with the same prefix: at most the entries of one index page. */
    private static final int RUN = 64;

    private static final int BEGINNING_BYTES = 3;
    private static final int ID_BYTES = 16;

    private final RandomGenerator ids;
    private final RandomGenerator secrets;
    private final RandomGenerator tracking;
    private final int first;
    private final AtomicLong drawn = new AtomicLong();

    private Ids(RandomGenerator ids, RandomGenerator secrets, RandomGenerator tracking) {
        this.ids = ids;
        this.secrets = secrets;
        this.tracking = tracking;
        this.first = ids.nextInt();
    }

    /** Ids that cannot be predicted from earlier ones. */
    public static Ids unpredictable() {
        return new Ids(new SecureStream(), new SecureStream(), new SecureStream());
    }

    /** Ids that repeat with the seed, for tests. They can be predicted. */
    public static Ids seeded(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        return new Ids(new SeededStream(root.split()), new SeededStream(root.split()), new SeededStream(root.split()));
    }

    /**
     * An id in the API's usual form: 22 characters of base64url for 16 bytes. Consecutive ids share a prefix, so that
     * their rows are adjacent in the store's indexes and a commit writes few index pages. 13 bytes are random.
     */
    public String next() {
        byte[] bytes = bytes(ids);
        long beginning = first + drawn.getAndIncrement() / RUN;
        for (int i = 0; i < BEGINNING_BYTES; i++) {
            bytes[i] = (byte) (beginning >> (8 * (BEGINNING_BYTES - 1 - i)));
        }
        return text(bytes);
    }

    /** A decimal number of that many digits without a leading 0. */
    public long digits(int digits) {
        return digits(ids, digits);
    }

    /** 32 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes(ids));
    }

    /** A name that gives access to what it names: 22 characters of base64url for 16 random bytes. */
    public String secret() {
        return text(bytes(secrets));
    }

    /** A passcode or host key of that many decimal digits, without a leading 0. */
    public String passcode(int digits) {
        return Long.toString(digits(secrets, digits));
    }

    /** The tracking id of a request, as the vendor's answers have it in {@code x-zm-trackingid}. */
    public String trackingId() {
        return "v=2.0;clid=us02;rid=WEB_" + HexFormat.of().formatHex(bytes(tracking));
    }

    private static long digits(RandomGenerator stream, int digits) {
        long least = (long) Math.pow(10, digits - 1.0);
        return stream.nextLong(least, least * 10);
    }

    private static byte[] bytes(RandomGenerator stream) {
        byte[] bytes = new byte[ID_BYTES];
        stream.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
