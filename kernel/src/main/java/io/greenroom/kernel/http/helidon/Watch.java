package io.greenroom.kernel.http.helidon;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Closes the connections whose clients hang: one thread that looks at all of them every now and then, instead of a
 * timer for each read. Helidon has such a thread too, but it closes only between requests, and never ends. Threads may
 * share it.
 */
final class Watch implements AutoCloseable {
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(1);

    private final Set<GuardedContext> connections = ConcurrentHashMap.newKeySet();
    private final Duration idle;
    private volatile boolean closed;

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
        return closed;
    }

    private void run() {
        long period = Math.min(LONGEST_PERIOD.toNanos(), idle.toNanos() / 4);
        while (!closed || !connections.isEmpty()) {
            connections.forEach(GuardedContext::closeIfOverdue);
            LockSupport.parkNanos(period);
        }
    }

    /** Closes the connections that wait for a request, and ends with the last of the others. */
    @Override
    public void close() {
        closed = true;
        connections.forEach(GuardedContext::closeIfQuiet);
    }
}
