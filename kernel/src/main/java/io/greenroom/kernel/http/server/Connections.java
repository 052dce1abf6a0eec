package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Network;
import io.greenroom.kernel.http.TrustedProxies;
import java.net.InetAddress;
import java.time.Duration;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    private static final long IN_USE_NANOS = 1_000_000_000L;

    /** A connection that holds memory and has waited for longer than that gives way to others. */
    private static final long STALLED_NANOS = 250_000_000L;

    /**
     * A client, as far as limits distinguish clients.
     *
     * @param network as {@link Network#ofClient} has it
     * @param proxy whether it is a trusted proxy, which stands for many clients
     */
    record Peer(String network, boolean proxy) {}

    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Map<Peer, Set<Connection>> byPeer = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final int most;
    private final int mostOfPeer;
    private final TrustedProxies proxies;
    private final Duration idleTime;
    private final Duration headTime;
    private volatile boolean closed;

    /**
     * Begins to watch.
     *
     * @param most how many connections there may be
     * @param headTime how long a whole head may take, and the first request of a connection to begin
     */
    Connections(HttpServer.Limits limits, int most, Duration headTime) {
        this.most = most;
        this.mostOfPeer = limits.maxConnectionsOfPeer();
        this.proxies = limits.proxies();
        this.idleTime = Duration.ofSeconds(limits.idleSeconds());
        this.headTime = headTime.compareTo(idleTime) < 0 ? headTime : idleTime;
        Thread.ofVirtual().name("connection-watch").start(this::watch);
    }

    Peer peer(InetAddress address) {
        return new Peer(Network.ofClient(address), proxies.trusts(address));
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
            boolean full = own.size() >= mostOfPeer && !connection.peer().proxy();
            boolean admitted = full ? close(quiet(own)) : all.size() < most || close(replaceable(own));
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
        Set<Connection> largest = byPeer.entrySet().stream()
                .filter(entry -> !entry.getKey().proxy())
                .map(Map.Entry::getValue)
                .max(Comparator.comparingInt(Set::size))
                .filter(connections -> connections.size() > own.size() + 1)
                .orElse(own);
        return largest == own ? quiet(own) : longest(largest, connection -> true, 0);
    }

    /** The connection that has waited longest for a request, and is probably not in use. */
    private static Optional<Connection> quiet(Set<Connection> connections) {
        return longest(connections, Connection::isQuiet, IN_USE_NANOS);
    }

    /** The connection that has waited longest for its client, and longer than that. */
    private static Optional<Connection> longest(
            Set<Connection> connections, Predicate<Connection> wanted, long moreThanNanos) {
        long now = Connection.nanos();
        long most = moreThanNanos;
        @Nullable Connection longest = null;
        for (Connection connection : connections) {
            long waiting = connection.waiting(now);
            if (waiting > most && wanted.test(connection)) {
                most = waiting;
                longest = connection;
            }
        }
        return Optional.ofNullable(longest);
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
     * Takes memory for a connection by closing others that hold as much and have made no progress for a while: those of
     * the peers that hold most so. What they return follows soon, so the memory comes from what is kept for known
     * callers. False when it does not help.
     */
    boolean relieve(Connection connection, long bytes) {
        lock.lock();
        try {
            long left = bytes;
            while (left > 0) {
                Optional<Set<Connection>> greediest = greediest(connection.peer());
                if (greediest.isEmpty()) {
                    return false;
                }
                left -= close(greediest.get(), left);
            }
        } finally {
            lock.unlock();
        }
        return connection.lease().takeKept(bytes);
    }

    /** The connections of the peer that holds most for nothing, if it holds much more than the given one. */
    private Optional<Set<Connection>> greediest(Peer peer) {
        long own = held(byPeer.getOrDefault(peer, Set.of()));
        return byPeer.values().stream()
                .max(Comparator.comparingLong(Connections::held))
                .filter(greediest -> held(greediest) > 2 * own);
    }

    private static long held(Set<Connection> connections) {
        long now = Connection.nanos();
        long held = 0;
        for (Connection connection : connections) {
            held += connection.waiting(now) > STALLED_NANOS ? connection.lease().heldByUnknown() : 0;
        }
        return held;
    }

    /** Closes those that hold so much together, or all, and returns how much they hold. */
    private long close(Set<Connection> connections, long bytes) {
        long closed = 0;
        long now = Connection.nanos();
        for (Connection connection : List.copyOf(connections)) {
            long held =
                    connection.waiting(now) > STALLED_NANOS ? connection.lease().heldByUnknown() : 0;
            if (held > 0 && closed < bytes) {
                closed += held;
                forget(connection);
                connection.close();
            }
        }
        return closed;
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
