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
 * Counters in memory. Long windows are saved periodically, so that daily counts survive a restart. A window is dropped
 * when it has been idle for longer than it lasts. Threads may share it.
 */
final class MemoryCounters implements Counters {
    private static final long LONG_MILLIS = Duration.ofHours(1).toMillis();
    private static final long SLACK_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long SWEEP_MILLIS = Duration.ofSeconds(30).toMillis();
    private static final int MOST = 200_000;
    private static final String SAVE =
            "INSERT INTO rate_counters (name, window_start, window_end, number, forget_at) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (name, window_start) DO UPDATE"
                    + " SET number = excluded.number, forget_at = excluded.forget_at";
    private static final String LOAD = "SELECT name, window_start, window_end, number, forget_at FROM rate_counters";

    private static final String UNSAVE = "DELETE FROM rate_counters WHERE SUBSTR(name, 1, ?) = ?";

    private final Clock clock;
    private final Map<Place, Window> windows = new ConcurrentHashMap<>();
    private final Queue<String> forgotten = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private volatile long nextSweep;

    private record Place(String key, long start) {}

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

    MemoryCounters(Clock clock) {
        this.clock = clock;
        this.nextSweep = clock.now().toEpochMilli() + SWEEP_MILLIS;
    }

    @Override
    public long add(String key, Instant windowStart, Instant windowEnd) {
        long now = clock.now().toEpochMilli();
        if (now >= nextSweep || windows.size() > MOST) {
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
    public void takeBack(String key, Instant windowStart) {
        Window window = windows.get(new Place(key, windowStart.toEpochMilli()));
        if (window != null) {
            window.touch(window.used);
            window.count.decrementAndGet();
        }
    }

    @Override
    public void forget(String account) {
        String prefix = account + "/";
        windows.keySet().removeIf(place -> place.key().startsWith(prefix));
        forgotten.add(prefix);
    }

    /** Drops idle windows; when too many remain, also active ones, shortest first. */
    private void sweep(long now) {
        if (sweeping.compareAndSet(false, true)) {
            windows.values().removeIf(window -> now > window.forgetAt());
            if (windows.size() > MOST) {
                windows.values().removeIf(window -> window.length < LONG_MILLIS && now > window.used + window.length);
            }
            if (windows.size() > MOST) {
                windows.clear();
            }
            nextSweep = now + SWEEP_MILLIS;
            sweeping.set(false);
        }
    }

    /** Saves the long windows that have changed, and deletes dropped ones from the database. */
    void save(Session session) {
        for (String prefix = forgotten.poll(); prefix != null; prefix = forgotten.poll()) {
            session.change(UNSAVE, prefix.length(), prefix);
        }
        List<Map.Entry<Place, Window>> unsaved = windows.entrySet().stream()
                .filter(entry -> entry.getValue().length >= LONG_MILLIS && entry.getValue().unsaved)
                .toList();
        for (Map.Entry<Place, Window> entry : unsaved) {
            Window window = entry.getValue();
            window.unsaved = false;
            session.change(
                    SAVE,
                    entry.getKey().key(),
                    entry.getKey().start(),
                    entry.getKey().start() + window.length,
                    window.count.get(),
                    window.forgetAt());
        }
    }

    /** Loads the saved windows, and deletes expired ones from the database. */
    void load(Session session) {
        long now = clock.now().toEpochMilli();
        session.change("DELETE FROM rate_counters WHERE forget_at < ?", now);
        for (Map.Entry<Place, Window> saved : session.list(LOAD, MemoryCounters::saved)) {
            windows.put(saved.getKey(), saved.getValue());
        }
    }

    private static Map.Entry<Place, Window> saved(ResultSet row) throws SQLException {
        long start = row.getLong(2);
        long length = row.getLong(3) - start;
        Window window = new Window(length, row.getLong(4), row.getLong(5) - length - SLACK_MILLIS);
        return Map.entry(new Place(row.getString(1), start), window);
    }
}
