package io.greenroom.kernel.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The moment until which a connection's thread may stay blocked in a read or a write. The thread sets and lifts it; the
 * {@link Watch} looks at it. Whoever comes first wins: a passed deadline cannot be lifted any more.
 */
final class Deadline {
    private static final long NONE = Long.MAX_VALUE;
    private static final long PASSED = Long.MIN_VALUE;
    private static final long ORIGIN = System.nanoTime();

    private final AtomicLong at = new AtomicLong(NONE);

    /** Nanoseconds since this class was loaded. */
    static long now() {
        return System.nanoTime() - ORIGIN;
    }

    static long seconds(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Sets the moment; false when the one before has passed. */
    boolean set(long moment) {
        return at.getAndUpdate(before -> before == PASSED ? PASSED : moment) != PASSED;
    }

    /** Lifts it; false when it has passed. */
    boolean lift() {
        return set(NONE);
    }

    /** Whether it has passed just now; true once only. */
    boolean passes(long now) {
        long moment = at.get();
        return moment != PASSED && moment <= now && at.compareAndSet(moment, PASSED);
    }
}
