package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Limits how often passwords and codes may be guessed: counts failures in windows of five minutes. Threads may share
 * it.
 */
public final class Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Counters counters;
    private final Clock clock;

    public Attempts(Store store, Clock clock) {
        this.counters = store.counters(CounterKind.ATTEMPTS);
        this.clock = clock;
    }

    /**
     * How many failures one counter allows in a window.
     *
     * @param key of the counter
     */
    public record Limit(String key, int most) {}

    /** An attempt that counts as failed until it succeeds. */
    public final class Attempt {
        private final List<Limit> counted;
        private final Instant window;

        private Attempt(List<Limit> counted, Instant window) {
            this.counted = counted;
            this.window = window;
        }

        /** Takes the attempt off all counters. */
        public void succeed() {
            counted.forEach(limit -> counters.takeBack(limit.key(), window));
        }
    }

    /**
     * Begins an attempt, which counts from now on, so that attempts at the same time are limited as well; empty when
     * there were too many failures. A refused attempt counts with the limit that refused it only; those behind it are
     * not asked, so that a flood that the first limit refuses makes no counters.
     */
    public Optional<Attempt> begin(List<Limit> limits) {
        long seconds = WINDOW.toSeconds();
        Instant window = Instant.ofEpochSecond(clock.now().getEpochSecond() / seconds * seconds);
        Attempt attempt = new Attempt(new ArrayList<>(limits.size()), window);
        for (Limit limit : limits) {
            if (counters.add(limit.key(), window, window.plus(WINDOW)) > limit.most()) {
                attempt.succeed();
                return Optional.empty();
            }
            attempt.counted.add(limit);
        }
        return Optional.of(attempt);
    }
}
