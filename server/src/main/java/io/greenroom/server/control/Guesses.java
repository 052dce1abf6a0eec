package io.greenroom.server.control;

import io.greenroom.kernel.doc.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts wrong control tokens by the address that sent them, in windows of a minute. It remembers a fixed number of
 * addresses and forgets the oldest first. Threads may share it.
 */
final class Guesses {
    private static final int MOST = 10;
    private static final int ADDRESSES = 10_000;
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Window> windows = new LinkedHashMap<>();

    Guesses(Clock clock) {
        this.clock = clock;
    }

    private record Window(long started, int count) {
        boolean open(long now) {
            return now - started < WINDOW_NANOS;
        }
    }

    /** Whether an address may try another token. */
    boolean allowed(String address) {
        lock.lock();
        try {
            Window window = windows.get(address);
            return window == null || window.count < MOST || !window.open(clock.stopwatchNanos());
        } finally {
            lock.unlock();
        }
    }

    /** Counts a wrong token. */
    void failed(String address) {
        long now = clock.stopwatchNanos();
        lock.lock();
        try {
            windows.merge(
                    address,
                    new Window(now, 1),
                    (window, first) -> window.open(now) ? new Window(window.started, window.count + 1) : first);
            if (windows.size() > ADDRESSES) {
                windows.remove(windows.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }
}
