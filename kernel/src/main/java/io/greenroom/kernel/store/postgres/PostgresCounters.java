package io.greenroom.kernel.store.postgres;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Counters in the database, shared by all nodes. Threads may share it. */
final class PostgresCounters implements Counters {
    private static final int AT_ONCE = 2000;
    private static final String ADD =
            "INSERT INTO rate_counters (name, window_start, window_end, number, forget_at) VALUES (?, ?, ?, 1, ?)"
                    + " ON CONFLICT (name, window_start) DO UPDATE"
                    + " SET number = rate_counters.number + 1, forget_at = excluded.forget_at RETURNING number";
    private static final String TAKE_BACK =
            "UPDATE rate_counters SET number = number - 1 WHERE name = ? AND window_start = ?";
    private static final String COUNT = "SELECT number FROM rate_counters WHERE name = ? AND window_start = ?";

    /** Piece by piece, because it runs on a request's thread. */
    private static final String FORGET = "DELETE FROM rate_counters WHERE ctid = ANY (ARRAY("
            + "SELECT ctid FROM rate_counters WHERE forget_at < ? ORDER BY forget_at LIMIT " + AT_ONCE
            + "))";

    private static final String FORGET_ACCOUNT =
            "DELETE FROM rate_counters WHERE SUBSTR(name, 1, CAST(? AS INTEGER)) = ?";
    private static final long SWEEP_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Pools pools;
    private final Clock clock;
    private final String prefix;
    private final AtomicLong nextSweep = new AtomicLong();

    PostgresCounters(Pools pools, Clock clock, CounterKind kind) {
        this.pools = pools;
        this.clock = clock;
        this.prefix = kind.prefix();
    }

    @Override
    public long add(String key, Instant windowStart, Instant windowEnd) {
        long now = clock.now().toEpochMilli();
        long start = windowStart.toEpochMilli();
        long end = windowEnd.toEpochMilli();
        try (Session session = pools.counter()) {
            sweep(session, now);
            return session.number(ADD, prefix + key, start, end, now + end - start + SWEEP_MILLIS);
        }
    }

    private void sweep(Session session, long now) {
        long next = nextSweep.get();
        if (now >= next
                && nextSweep.compareAndSet(next, now + SWEEP_MILLIS)
                && session.change(FORGET, now) == AT_ONCE) {
            nextSweep.set(now);
        }
    }

    @Override
    public long count(String key, Instant windowStart) {
        try (Session session = pools.counter()) {
            return session.first(COUNT, row -> row.getLong(1), prefix + key, windowStart.toEpochMilli())
                    .orElse(0L);
        }
    }

    @Override
    public void takeBack(String key, Instant windowStart) {
        try (Session session = pools.counter()) {
            session.change(TAKE_BACK, prefix + key, windowStart.toEpochMilli());
        }
    }

    @Override
    public void forget(String account) {
        String keys = prefix + account + "/";
        try (Session session = pools.counter()) {
            session.change(FORGET_ACCOUNT, keys.length(), keys);
        }
    }
}
