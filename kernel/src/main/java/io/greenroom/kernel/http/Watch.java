package io.greenroom.kernel.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connections whose clients hang: one thread that looks at all of them every now and then, instead of a
 * timer for each read. Helidon has such a thread too, but it closes only between requests, and never ends. Threads may
 * share it.
 */
final class Watch implements AutoCloseable {
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(1);

    private final Set<GuardedContext> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration idle;

    private Watch(Duration idle) {
        this.idle = idle;
    }

    /** Begins to watch; connections may hang for that long. */
    static Watch start(Duration idle) {
        Watch watch = new Watch(idle);
        Thread.ofVirtual().name("connection-watch").start(watch::run);
        return watch;
    }

    Duration idle() {
        return idle;
    }

    void add(GuardedContext connection) {
        connections.add(connection);
    }

    void remove(GuardedContext connection) {
        connections.remove(connection);
    }

    /** Whether no more requests are to be read. */
    boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        long period = Math.min(LONGEST_PERIOD.toMillis(), idle.toMillis() / 4);
        try {
            while (!closed.await(period, TimeUnit.MILLISECONDS)) {
                connections.forEach(GuardedContext::closeIfOverdue);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends, and closes the connections that wait for a request. */
    @Override
    public void close() {
        closed.countDown();
        connections.forEach(GuardedContext::closeIfQuiet);
    }
}
