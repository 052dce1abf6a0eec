package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.doc.ContractViolation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A fault that strikes deliveries of a subscription. Threads may share it. */
public final class DeliveryFault {
    /** What a fault does. */
    public enum Kind {
        DUPLICATE,
        DROP,
        DELAY,
        REORDER,
        WRONG_SIGNATURE,
        STALE_TIMESTAMP,
        TRUNCATED_BODY;

        /** Its name in the control API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a name. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    private final Kind kind;
    private final long times;
    private final double probability;
    private final String seed;
    private final Duration delay;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong struck = new AtomicLong();

    /**
     * A fault.
     *
     * @param times how often it strikes
     * @param probability of striking a delivery
     * @param seed the same one strikes the same deliveries
     * @param delay for {@link Kind#DELAY}
     */
    public DeliveryFault(Kind kind, long times, double probability, String seed, Duration delay) {
        this.kind = kind;
        this.times = times;
        this.probability = probability;
        this.seed = seed;
        this.delay = delay;
    }

    public Kind kind() {
        return kind;
    }

    public long times() {
        return times;
    }

    public double probability() {
        return probability;
    }

    public Duration delay() {
        return delay;
    }

    /** How often it has struck. */
    public long struck() {
        return Math.min(times, struck.get());
    }

    /** Whether it strikes the next delivery. */
    boolean strikes() {
        return draw(seen.incrementAndGet()) < probability && struck.getAndIncrement() < times;
    }

    /** A number from 0 to 1 that depends on the seed and the number of the delivery alone. */
    private double draw(long number) {
        try {
            byte[] bytes =
                    MessageDigest.getInstance("SHA-256").digest((seed + "/" + number).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(bytes).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new ContractViolation("SHA-256 is part of every JDK", e);
        }
    }
}
