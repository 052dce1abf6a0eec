package io.greenroom.kernel.outbound;

import io.greenroom.kernel.doc.Clock;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The end of the time for a part of an exchange.
 *
 * @param clock measures it
 * @param nanos of the stopwatch
 */
record Deadline(Clock clock, long nanos) {

    static Deadline in(Clock clock, Duration time) {
        return new Deadline(clock, clock.stopwatchNanos() + time.toNanos());
    }

    /** The milliseconds that are left, at least 1. */
    int left() throws SocketTimeoutException {
        long left = nanos - clock.stopwatchNanos();
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
    }
}
