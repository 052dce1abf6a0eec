package io.greenroom.kernel.limits;

import io.greenroom.kernel.store.Counters;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counters in memory that check the preconditions of their interface. */
final class MapCounters implements Counters {
    private static final int LONGEST_KEY = 300;

    private final Map<Place, Long> counts = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();

    private record Place(String key, Instant windowStart) {}

    @Override
    public long add(String key, Instant windowStart, Instant windowEnd) {
        asked.incrementAndGet();
        if (key.length() > LONGEST_KEY || !windowStart.isBefore(windowEnd)) {
            throw new IllegalArgumentException(key + " from " + windowStart + " to " + windowEnd);
        }
        return counts.merge(new Place(key, windowStart), 1L, Long::sum);
    }

    @Override
    public long count(String key, Instant windowStart) {
        return counts.getOrDefault(new Place(key, windowStart), 0L);
    }

    @Override
    public void takeBack(String key, Instant windowStart) {
        asked.incrementAndGet();
        counts.merge(new Place(key, windowStart), -1L, Long::sum);
    }

    @Override
    public void forget(String account) {
        counts.keySet().removeIf(place -> place.key().startsWith(account + "/"));
    }

    /** The number of counts since the last call of this method. */
    long asked() {
        return asked.getAndSet(0);
    }
}
