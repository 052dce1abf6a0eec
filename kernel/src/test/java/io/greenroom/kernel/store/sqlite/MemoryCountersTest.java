package io.greenroom.kernel.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemoryCountersTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST = 800;

    private final AtomicReference<Instant> time = new AtomicReference<>(START);
    private final Clock clock = new Clock(time::get);
    private final Counters counters = new MemoryCounters(clock, "", MOST);

    private long add(String key, Duration length) {
        return counters.add(key, START, START.plus(length));
    }

    private long held() {
        long held = 0;
        for (int i = 0; i < 100 * MOST; i++) {
            held += counters.count("flood" + i, START);
        }
        return held;
    }

    @Test
    void dropsOnlyTheOldestInAFlood() {
        add("day", Duration.ofDays(1));
        for (int i = 0; i < 100 * MOST; i++) {
            time.updateAndGet(now -> now.plusMillis(1));
            add("guess", Duration.ofMinutes(5));
            add("flood" + i, Duration.ofMinutes(5));
        }

        assertThat(add("day", Duration.ofDays(1))).isEqualTo(2);
        assertThat(add("guess", Duration.ofMinutes(5))).isEqualTo(100 * MOST + 1);
        assertThat(held()).isBetween(MOST / 2L, (long) MOST);
    }

    @Test
    void keepsTheLimitsOfTheApiInAFloodOfAttempts() {
        CountersInMemory all = new CountersInMemory(clock);
        all.of(CounterKind.LIMITS).add("acme/day", START, START.plus(Duration.ofDays(1)));
        all.of(CounterKind.LIMITS).add("acme/second", START, START.plusSeconds(1));
        for (int i = 0; i < 200_000; i++) {
            all.of(CounterKind.ATTEMPTS).add("flood" + i, START, START.plus(Duration.ofMinutes(5)));
        }

        assertThat(all.of(CounterKind.LIMITS).count("acme/day", START)).isEqualTo(1);
        assertThat(all.of(CounterKind.LIMITS).count("acme/second", START)).isEqualTo(1);
    }
}
