package io.greenroom.kernel.doc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The product's time. Each account has its own, which can be moved and frozen; no other class reads the system's clock.
 * Threads may share it.
 */
public final class Clock {
    private final InstantSource source;
    private final Map<String, Shift> shifts = new ConcurrentHashMap<>();

    /**
     * How an account's time differs from the system's.
     *
     * @param offset added to the system's time
     * @param frozenAt the instant at which the clock is frozen; null while it runs
     */
    public record Shift(Duration offset, @Nullable Instant frozenAt) {
        static final Shift NONE = new Shift(Duration.ZERO, null);
    }

    public Clock(InstantSource source) {
        this.source = source;
    }

    /** The system's time in milliseconds: the API has nothing finer, and each request reads the time several times. */
    public static Clock system() {
        return new Clock(java.time.Clock.tickMillis(ZoneOffset.UTC));
    }

    /** The system's time, for work that belongs to no account. */
    public Instant now() {
        return source.instant();
    }

    /** The time of an account. */
    public Instant now(String account) {
        Shift shift = shifts.getOrDefault(account, Shift.NONE);
        return shift.frozenAt() != null ? shift.frozenAt() : source.instant().plus(shift.offset());
    }

    /** The same time, but for one account, whose clock stands at an instant. */
    public Clock standing(String account, Instant at) {
        Clock other = new Clock(source);
        other.shifts.put(account, new Shift(Duration.ZERO, at));
        return other;
    }

    /** Reads an account's shift from its row, which all nodes share. Cheap: most accounts have none. */
    public void follow(Doc account) {
        if (account.get("clock_frozen_at") == null && account.get("clock_offset_millis") == null) {
            if (!shifts.isEmpty()) {
                shifts.remove(account.id());
            }
        } else {
            shifts.put(account.id(), shiftOf(account));
        }
    }

    /** The shift in an account's row. */
    private static Shift shiftOf(Doc account) {
        long frozenAt = account.number("clock_frozen_at", Long.MIN_VALUE);
        return new Shift(
                Duration.ofMillis(account.number("clock_offset_millis", 0)),
                frozenAt == Long.MIN_VALUE ? null : Instant.ofEpochMilli(frozenAt));
    }

    /** Nanoseconds of a running stopwatch, for measuring how long something takes. */
    public long stopwatchNanos() {
        return System.nanoTime();
    }
}
