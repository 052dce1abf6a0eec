package io.greenroom.kernel.http;

/** A listening server. */
public interface HttpServer extends AutoCloseable {

    /** The port it listens on. */
    int port();

    /** Stops accepting, lets running requests finish within the grace time of its limits, and closes. */
    @Override
    void close();

    /**
     * How much of everything one caller may use.
     *
     * @param host the address to listen on
     * @param port 0 picks a free one
     * @param maxConnections open connections; fewer where the system allows fewer open files
     * @param maxHeaderBytes of a request line and headers together, half for each
     * @param idleSeconds until a quiet connection is closed, also one that stops in the middle of a request
     * @param graceSeconds for running requests when the server stops
     */
    record Limits(String host, int port, int maxConnections, int maxHeaderBytes, int idleSeconds, int graceSeconds) {

        public static Limits of(String host, int port) {
            return new Limits(host, port, 10_000, 32 * 1024, 60, 10);
        }
    }
}
