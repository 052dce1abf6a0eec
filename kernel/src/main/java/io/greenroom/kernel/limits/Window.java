package io.greenroom.kernel.limits;

import java.time.Duration;
import java.time.Instant;

/**
 * A counting window. Windows of one length follow each other since 1970 without a gap, so those of 24 hours are UTC
 * days.
 *
 * @param start its first instant
 * @param end the first instant of the next window
 */
record Window(Instant start, Instant end) {
    private static final Duration DAY = Duration.ofDays(1);

    static Window around(Instant now, Duration length) {
        long seconds = length.toSeconds();
        long start = now.getEpochSecond() - Math.floorMod(now.getEpochSecond(), seconds);
        return new Window(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + seconds));
    }

    /** The UTC day of an instant. */
    static Window dayAround(Instant now) {
        return around(now, DAY);
    }
}
