package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.sql.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counters of one kind in memory. Long windows are saved periodically, so that daily counts survive a restart. A window
 * is dropped when it has been idle for longer than it lasts; when there are too many, those nearest to that. Threads
 * may share it.
 */
final class MemoryCounters implements Counters {
    private static final long LONG_MILLIS = Duration.ofHours(1).toMillis();
    private static final long SLACK_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long SWEEP_MILLIS = Duration.ofSeconds(30).toMillis();

    /** How much of the capacity becomes free when it is used up, so that the windows are seldom sorted. */
    private static final int FREED_SHARE = 8;

    private static final String SAVE =
            "INSERT INTO rate_counters (name, window_start, window_end, number, forget_at) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (name, window_start) DO UPDATE"
                    + " SET number = excluded.number, forget_at = excluded.forget_at";
    private static final String UNSAVE = "DELETE FROM rate_counters WHERE SUBSTR(name, 1, ?) = ?";

    private final Clock clock;
    private final String prefix;
    private final int most;
    private final Map<Place, Window> windows = new ConcurrentHashMap<>();
    private final Queue<String> forgotten = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private volatile long nextSweep;

    private record Place(String key, long start) {}

    /** A window in the database. */
    record Saved(String name, long start, long end, long number, long forgetAt) {
        static Saved of(ResultSet row) throws SQLException {
            return new Saved(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    private static final class Window {
        private final long length;
        private final AtomicLong count;
        private volatile long used;
        private volatile boolean unsaved;

        Window(long length, long count, long used) {
            this.length = length;
            this.count = new AtomicLong(count);
            this.used = used;
        }

        void touch(long now) {
            if (used != now) {
                used = now;
            }
            if (!unsaved) {
                unsaved = true;
            }
        }

        long forgetAt() {
            return used + length + SLACK_MILLIS;
        }
    }

    /**
     * Counters without a window.
     *
     * @param prefix of their keys in the database
     * @param most windows to hold
     */
    MemoryCounters(Clock clock, String prefix, int most) {
        this.clock = clock;
        this.prefix = prefix;
        this.most = most;
        this.nextSweep = clock.now().toEpochMilli() + SWEEP_MILLIS;
    }

    @Override
    public long add(String key, Instant windowStart, Instant windowEnd) {
        long now = clock.now().toEpochMilli();
        if (now >= nextSweep || windows.size() >= most) {
            sweep(now);
        }
        long start = windowStart.toEpochMilli();
        Place place = new Place(key, start);
        Window window = windows.get(place);
        if (window == null) {
            window = windows.computeIfAbsent(place, same -> new Window(windowEnd.toEpochMilli() - start, 0, now));
        }
        window.touch(now);
        return window.count.incrementAndGet();
    }

    @Override
    public long count(String key, Instant windowStart) {
        Window window = windows.get(new Place(key, windowStart.toEpochMilli()));
        return window == null ? 0 : window.count.get();
    }

    @Override
    public void takeBack(String key, Instant windowStart) {
        Window window = windows.get(new Place(key, windowStart.toEpochMilli()));
        if (window != null) {
            window.touch(window.used);
            window.count.decrementAndGet();
        }
    }

    @Override
    public void forget(String account) {
        String keys = account + "/";
        windows.keySet().removeIf(place -> place.key().startsWith(keys));
        forgotten.add(prefix + keys);
    }

    /** Drops idle windows; when too many remain, also a share of the others, those first that end first. */
    private void sweep(long now) {
        if (sweeping.compareAndSet(false, true)) {
            windows.values().removeIf(window -> now > window.forgetAt());
            if (windows.size() >= most) {
                evict(windows.size() - most + most / FREED_SHARE);
            }
            nextSweep = now + SWEEP_MILLIS;
            sweeping.set(false);
        }
    }

    /** Sorts by times that were read once, since threads change them meanwhile. */
    private void evict(int surplus) {
        windows.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().forgetAt()))
                .sorted(Map.Entry.comparingByValue())
                .limit(surplus)
                .forEach(entry -> windows.remove(entry.getKey()));
    }

    /** Saves the long windows that have changed, and deletes dropped ones from the database. */
    void save(Session session) {
        for (String keys = forgotten.poll(); keys != null; keys = forgotten.poll()) {
            session.change(UNSAVE, keys.length(), keys);
        }
        List<Map.Entry<Place, Window>> unsaved = windows.entrySet().stream()
                .filter(entry -> entry.getValue().length >= LONG_MILLIS && entry.getValue().unsaved)
                .toList();
        for (Map.Entry<Place, Window> entry : unsaved) {
            Window window = entry.getValue();
            window.unsaved = false;
            session.change(
                    SAVE,
                    prefix + entry.getKey().key(),
                    entry.getKey().start(),
                    entry.getKey().start() + window.length,
                    window.count.get(),
                    window.forgetAt());
        }
    }

    /** Takes over a window that was saved under a name with the prefix. */
    void restore(Saved saved) {
        long length = saved.end() - saved.start();
        windows.put(
                new Place(saved.name().substring(prefix.length()), saved.start()),
                new Window(length, saved.number(), saved.forgetAt() - length - SLACK_MILLIS));
    }
}
