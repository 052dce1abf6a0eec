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
    private final String standing;
    private final Map<String, Shift> shifts;

    /**
     * How an account's time differs from the system's.
     *
     * @param offset added to the system's time
     * @param frozenAt the instant at which the clock is frozen; null while it runs
     * @param scale how many seconds of the account pass in one of the system
     * @param since the system's time since when the scale applies
     */
    private record Shift(Duration offset, @Nullable Instant frozenAt, double scale, Instant since) {
        static final Shift NONE = new Shift(Duration.ZERO, null, 1, Instant.EPOCH);

        Instant at(Instant now) {
            if (frozenAt != null) {
                return frozenAt;
            }
            if (scale == 1) {
                return now.plus(offset);
            }
            long passed = Duration.between(since, now).toMillis();
            return Moments.clamp(since.plus(offset).plusMillis((long) (passed * scale)));
        }
    }

    public Clock(InstantSource source) {
        this(source, "", Map.of());
    }

    private Clock(InstantSource source, String standing, Map<String, Shift> shifts) {
        this.source = source;
        this.standing = standing;
        this.shifts = new ConcurrentHashMap<>(shifts);
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
        return shifts.getOrDefault(account, Shift.NONE).at(source.instant());
    }

    /** The same time, but for one account, whose clock stands at an instant. */
    public Clock standing(String account, Instant at) {
        Clock other = new Clock(source, account, shifts);
        other.shifts.put(account, new Shift(Duration.ZERO, at, 1, Instant.EPOCH));
        return other;
    }

    /** Reads an account's shift from its row, which all nodes share. Cheap: most accounts have none. */
    public void follow(Doc account) {
        if (account.id().equals(standing)) {
            return;
        }
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
                frozenAt == Long.MIN_VALUE ? null : Instant.ofEpochMilli(frozenAt),
                account.decimal("clock_scale", 1),
                Instant.ofEpochMilli(account.number("clock_scaled_since", 0)));
    }

    /** Nanoseconds of a running stopwatch, for measuring how long something takes. */
    public long stopwatchNanos() {
        return System.nanoTime();
    }
}
