package io.greenroom.kernel.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connections whose deadline has passed: one thread that looks at all of them every now and then, instead of a
 * timer for each read. Threads may share it.
 */
final class Watch implements AutoCloseable {
    private static final long LONGEST_PERIOD_MILLIS = 1_000;

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final long periodMillis;

    private Watch(long periodMillis) {
        this.periodMillis = periodMillis;
    }

    static Watch start(int idleSeconds) {
        Watch watch = new Watch(Math.min(LONGEST_PERIOD_MILLIS, idleSeconds * 1_000L / 4));
        Thread.ofPlatform().daemon().name("greenroom-connection-watch").start(watch::run);
        return watch;
    }

    void add(Connection connection) {
        connections.add(connection);
    }

    void remove(Connection connection) {
        connections.remove(connection);
    }

    private void run() {
        try {
            while (!closed.await(periodMillis, TimeUnit.MILLISECONDS)) {
                long now = Deadline.now();
                connections.forEach(connection -> connection.closeIfOverdue(now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
