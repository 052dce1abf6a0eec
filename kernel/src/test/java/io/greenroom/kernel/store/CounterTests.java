package io.greenroom.kernel.store;

import static io.greenroom.kernel.store.StoreFixture.together;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Counters of time windows. */
interface CounterTests extends StoreFixture {
    Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private long counted(String key, Instant start, Duration length) {
        return store().counters(CounterKind.LIMITS).add(key, start, start.plus(length));
    }

    private long second(String key, Instant start) {
        return counted(key, start, Duration.ofSeconds(1));
    }

    @Test
    default void countsEachKeyAndWindowByItself() {
        assertThat(second("a", START)).isEqualTo(1);
        assertThat(second("a", START)).isEqualTo(2);
        assertThat(second("b", START)).isEqualTo(1);
        assertThat(second("a", START.plusSeconds(1))).isEqualTo(1);
        assertThat(second("a", START)).as("a late one").isEqualTo(3);
    }

    @Test
    default void countsEachKindByItself() {
        for (CounterKind kind : CounterKind.values()) {
            Counters counters = store().counters(kind);
            assertThat(counters.count("a/b", START)).isZero();
            assertThat(counters.add("a/b", START, START.plus(Duration.ofDays(30))))
                    .isEqualTo(1);
        }
        store().counters(CounterKind.LIMITS).forget("a");
        reopened();
        assertThat(store().counters(CounterKind.LIMITS).count("a/b", START)).isZero();
        assertThat(store().counters(CounterKind.ATTEMPTS).count("a/b", START)).isEqualTo(1);
        assertThat(store().counters(CounterKind.SIGN_INS).count("a/b", START)).isEqualTo(1);
        assertThat(store().counters(CounterKind.SIGN_INS).count("a/b", START.plusSeconds(1)))
                .isZero();
    }

    @Test
    default void takesBack() {
        second("a", START);
        second("a", START);
        store().counters(CounterKind.LIMITS).takeBack("a", START);
        store().counters(CounterKind.LIMITS).takeBack("unknown", START);
        assertThat(second("a", START)).isEqualTo(2);
    }

    @Test
    default void countsExactlyFromManyThreads() {
        var largest = together(16, number -> {
            long last = 0;
            for (int i = 0; i < 50; i++) {
                last = second("a", START);
                second("b" + number, START);
            }
            return last;
        });
        assertThat(Collections.max(largest)).isEqualTo(16 * 50);
        assertThat(second("b3", START)).isEqualTo(51);
    }

    @Test
    default void forgetsAnAccountAndNoOther() {
        counted("here/a", START, Duration.ofDays(1));
        counted("here/b", START, Duration.ofSeconds(1));
        counted("hereby/a", START, Duration.ofDays(1));
        reopened();
        store().counters(CounterKind.LIMITS).forget("here");
        assertThat(counted("here/a", START, Duration.ofDays(1))).isEqualTo(1);
        assertThat(counted("here/b", START, Duration.ofSeconds(1))).isEqualTo(1);
        store().counters(CounterKind.LIMITS).forget("here");
        reopened();
        assertThat(counted("here/a", START, Duration.ofDays(1))).isEqualTo(1);
        assertThat(counted("hereby/a", START, Duration.ofDays(1))).isEqualTo(2);
    }

    @Test
    default void remembersTheCountsOfADay() {
        counted("a", START, Duration.ofDays(1));
        counted("a", START, Duration.ofDays(1));
        reopened();
        assertThat(counted("a", START, Duration.ofDays(1))).isEqualTo(3);
        store().counters(CounterKind.LIMITS).takeBack("a", START);
        reopened();
        assertThat(counted("a", START, Duration.ofDays(1))).isEqualTo(3);
    }
}
