package io.greenroom.kernel.http.server;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open connections. It limits how many there are, in all and from each peer, and closes those whose clients hang:
 * one thread looks at all of them every now and then. Threads may share it.
 *
 * <p>When there are too many, a new one takes the place of the one that has waited longest for its client: among those
 * of the peer that has most. So a peer can hold as many connections as it likes, and still shuts none but itself out.
 */
final class Connections implements AutoCloseable {
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(1);

    /** A connection that has waited no longer than that may be in use. */
    private static final Duration IN_USE = Duration.ofSeconds(1);

    /** How long to wait for the memory of connections that are closed for it. */
    private static final long RELIEF_NANOS = 500_000_000L;

    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Map<Peer, Set<Connection>> byPeer = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final int most;
    private final int mostOfPeer;
    private final Duration idleTime;
    private final Duration headTime;
    private volatile boolean closed;

    /**
     * Begins to watch.
     *
     * @param most how many there may be
     * @param mostOfPeer how many one peer may have
     * @param idleTime how long a client may be silent
     * @param headTime how long a whole head may take, and the first request of a connection to begin
     */
    Connections(int most, int mostOfPeer, Duration idleTime, Duration headTime) {
        this.most = most;
        this.mostOfPeer = mostOfPeer;
        this.idleTime = idleTime;
        this.headTime = headTime;
        Thread.ofVirtual().name("connection-watch").start(this::watch);
    }

    Duration idleTime() {
        return idleTime;
    }

    Duration headTime() {
        return headTime;
    }

    /** Admits a connection, if need be by closing another one; false when it has to be closed itself. */
    boolean admit(Connection connection) {
        lock.lock();
        try {
            Set<Connection> own = byPeer.getOrDefault(connection.peer(), Set.of());
            boolean admitted =
                    own.size() >= mostOfPeer ? close(quiet(own)) : all.size() < most || close(replaceable(own));
            if (admitted) {
                byPeer.computeIfAbsent(connection.peer(), peer -> new LinkedHashSet<>())
                        .add(connection);
                all.add(connection);
            }
            return admitted;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Connection> replaceable(Set<Connection> own) {
        Set<Connection> largest = byPeer.values().stream()
                .max(Comparator.comparingInt(Set::size))
                .filter(connections -> connections.size() > own.size() + 1)
                .orElse(own);
        return largest == own ? quiet(own) : longest(largest);
    }

    /** The connection that has waited longest for a request, and is probably not in use. */
    private static Optional<Connection> quiet(Set<Connection> connections) {
        return longest(connections.stream().filter(Connection::isQuiet).toList())
                .filter(connection -> connection.waiting().compareTo(IN_USE) > 0);
    }

    private static Optional<Connection> longest(Collection<Connection> connections) {
        return byWaiting(connections).stream().findFirst();
    }

    /** Those that wait for their clients, the longest first. The times are read once: they grow while they are compared. */
    private static List<Connection> byWaiting(Collection<Connection> connections) {
        return connections.stream()
                .map(connection -> Map.entry(connection.waiting(), connection))
                .filter(waiting -> waiting.getKey().isPositive())
                .sorted(Map.Entry.<Duration, Connection>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean close(Optional<Connection> connection) {
        connection.ifPresent(open -> {
            forget(open);
            open.close();
        });
        return connection.isPresent();
    }

    private void forget(Connection connection) {
        if (all.remove(connection)) {
            byPeer.computeIfPresent(connection.peer(), (peer, own) -> {
                own.remove(connection);
                return own.isEmpty() ? null : own;
            });
        }
    }

    /**
     * Takes memory for a connection by closing others: those of the peer that holds most of what is there for unknown
     * callers, if that is another peer. False when that does not help.
     */
    boolean relieve(Connection connection, long bytes) {
        if (!closeGreedy(connection.peer(), bytes)) {
            return false;
        }
        long until = Connection.nanos() + RELIEF_NANOS;
        while (!connection.lease().take(bytes)) {
            if (Connection.nanos() > until) {
                return false;
            }
            LockSupport.parkNanos(RELIEF_NANOS / 100);
        }
        return true;
    }

    private boolean closeGreedy(Peer peer, long bytes) {
        lock.lock();
        try {
            Optional<Map.Entry<Peer, Set<Connection>>> greediest =
                    byPeer.entrySet().stream().max(Comparator.comparingLong(entry -> held(entry.getValue())));
            if (greediest.isEmpty() || greediest.get().getKey().equals(peer)) {
                return false;
            }
            long closed = 0;
            for (Connection held : byWaiting(greediest.get().getValue())) {
                if (closed < bytes && held.lease().heldByUnknown() > 0) {
                    closed += held.lease().heldByUnknown();
                    close(Optional.of(held));
                }
            }
            return closed > 0;
        } finally {
            lock.unlock();
        }
    }

    private static long held(Set<Connection> connections) {
        return connections.stream()
                .mapToLong(connection -> connection.lease().heldByUnknown())
                .sum();
    }

    /** Forgets a connection that is closed. */
    void remove(Connection connection) {
        lock.lock();
        try {
            forget(connection);
        } finally {
            lock.unlock();
        }
    }

    /** Whether no more requests are to be read. */
    boolean isClosed() {
        return closed;
    }

    private void watch() {
        long period = Math.min(LONGEST_PERIOD.toNanos(), idleTime.toNanos() / 4);
        while (!closed || !all.isEmpty()) {
            all.forEach(Connection::closeIfOverdue);
            LockSupport.parkNanos(period);
        }
    }

    /** Closes the connections that wait for a request, and ends with the last of the others. */
    @Override
    public void close() {
        closed = true;
        all.forEach(Connection::closeIfQuiet);
    }

    /** Closes every connection. */
    void cut() {
        List.copyOf(all).forEach(Connection::close);
    }
}
