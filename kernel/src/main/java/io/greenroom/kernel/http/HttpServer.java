package io.greenroom.kernel.http;

import java.util.List;

/** A listening server. */
public interface HttpServer extends AutoCloseable {

    /** The port it listens on. */
    int port();

    /** Whether connections are accepted; false once it is closed, or the thread that accepts them has died. */
    boolean isListening();

    /** Stops accepting, lets running requests finish within the grace time of its limits, and closes. */
    @Override
    void close();

    /**
     * How much of everything one caller may use.
     *
     * @param host the address to listen on
     * @param port 0 picks a free one
     * @param maxConnections open connections; fewer where the system allows fewer open files
     * @param maxConnectionsOfPeer of these, from one address
     * @param proxies whose connections are those of many clients, and not limited by address
     * @param idleSeconds until a quiet connection is closed, also one that stops in the middle of a request
     * @param graceSeconds for running requests when the server stops
     */
    record Limits(
            String host,
            int port,
            int maxConnections,
            int maxConnectionsOfPeer,
            TrustedProxies proxies,
            int idleSeconds,
            int graceSeconds) {
        /** The share of the heap that each connection may come to use, long heads and bodies not counted. */
        private static final long HEAP_PER_CONNECTION = 128 * 1024;

        private static final int IDLE_SECONDS = 60;
        private static final int GRACE_SECONDS = 10;

        public static Limits of(String host, int port) {
            int most = connectionsOfHeap();
            return new Limits(host, port, most, most / 2, TrustedProxies.of(List.of()), IDLE_SECONDS, GRACE_SECONDS);
        }

        /** How many connections the heap has memory for. */
        public static int connectionsOfHeap() {
            return Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_PER_CONNECTION, 1, 1_000_000);
        }
    }
}
