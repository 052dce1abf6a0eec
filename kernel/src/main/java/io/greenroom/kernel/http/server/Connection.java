package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.websocket.WebSocketConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one client, whose reads and writes are timed. Its own thread reads and writes; other threads only
 * look at the times, and may close the socket.
 */
final class Connection implements Client {
    /** How much a client may still send after the last answer before the connection is cut, and how long. */
    private static final long LINGERING_BYTES = 16L * 1024 * 1024;

    private static final Duration LINGERING = Duration.ofSeconds(2);
    private static final int LINGERING_PIECE = 4 * 1024;

    /** Beyond the idle time a body must arrive at a kilobyte a second at least. */
    private static final long NANOS_PER_BYTE = 1_000_000_000L / 1024;

    private static final int PIECE_BYTES = 64 * 1024;

    private static final long NOT_WAITING = Long.MAX_VALUE;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Connections.Peer peer;
    private final MemoryBudget.Lease lease;
    private final Connections connections;
    private volatile Phase phase = Phase.NEW;
    private volatile long waitingSince = System.nanoTime();
    private volatile long headSince;
    private volatile boolean cut;
    private volatile @Nullable WebSocketConnection webSocket;
    private long received;

    /** What a connection waits for, or does. */
    enum Phase {
        /** The first byte of its first request. */
        NEW,
        /** The first byte of another request. */
        QUIET,
        /** The rest of a request's head. */
        HEAD,
        /** The body of a request, or its answer. */
        REQUEST,
        /** The end of what a client sends whose request was refused. */
        LINGERING
    }

    Connection(Socket socket, MemoryBudget.Lease lease, Connections connections) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.peer = connections.peer(socket.getInetAddress());
        this.lease = lease;
        this.connections = connections;
    }

    Socket socket() {
        return socket;
    }

    Connections.Peer peer() {
        return peer;
    }

    /** What its requests hold of the memory for all. */
    MemoryBudget.Lease lease() {
        return lease;
    }

    /** Takes memory, if need be by closing connections of other peers that hold more. */
    boolean take(long bytes) {
        return lease.take(bytes) || connections.relieve(this, bytes);
    }

    /** Reads what has arrived, and waits for it. Returns -1 if the client has closed its side. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (webSocket != null) {
            return in.read(target, offset, length);
        }
        long now = System.nanoTime();
        waitingSince = phase == Phase.REQUEST ? Math.min(now, headSince + received * NANOS_PER_BYTE) : now;
        int count = in.read(target, offset, length);
        waitingSince = NOT_WAITING;
        received += Math.max(count, 0);
        return count;
    }

    /** Writes in pieces, so that a client that reads is not taken for one that does not. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            for (int at = offset; at < offset + length; at += PIECE_BYTES) {
                waitingSince = System.nanoTime();
                out.write(bytes, at, Math.min(PIECE_BYTES, offset + length - at));
            }
        } catch (IOException e) {
            cut = true;
            throw e;
        }
        waitingSince = NOT_WAITING;
    }

    /** Says that a request has ended and the next one has not begun. */
    void quiet() throws IOException {
        if (phase != Phase.NEW) {
            phase = Phase.QUIET;
        }
        requireRunning();
    }

    /**
     * Says that a request begins, unless the server stops. The phase is set before the server is asked, as the server
     * stops before it looks for quiet connections: so no request is served on a connection that is being closed.
     */
    void begin() throws IOException {
        headSince = System.nanoTime();
        received = 0;
        phase = Phase.HEAD;
        requireRunning();
    }

    /** Says that the head of a request has arrived. */
    void headArrived() {
        phase = Phase.REQUEST;
    }

    private void requireRunning() throws IOException {
        if (isStopping()) {
            throw new IOException("The server stops");
        }
    }

    /**
     * Reads over what the client is still sending. Closing a socket with unread bytes resets the connection, and the
     * client might never see the answer.
     */
    void linger() throws IOException {
        phase = Phase.LINGERING;
        long until = System.nanoTime() + LINGERING.toNanos();
        byte[] waste = new byte[LINGERING_PIECE];
        long read = 0;
        socket.shutdownOutput();
        while (read < LINGERING_BYTES && System.nanoTime() < until) {
            int count = read(waste, 0, waste.length);
            if (count < 0) {
                return;
            }
            read += count;
        }
    }

    /** Reads until the client closes its side, or the connection has been idle for too long. */
    void awaitEnd() throws IOException {
        lease.release();
        quiet();
        byte[] waste = new byte[LINGERING_PIECE];
        long read = 0;
        int count = read(waste, 0, waste.length);
        while (count >= 0 && read < LINGERING_BYTES) {
            read += count;
            count = read(waste, 0, waste.length);
        }
    }

    /** Closes the socket so that the client sees a reset connection, after it has read what was sent. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        close();
    }

    /** Whether an answer could not be written because the client is gone. */
    boolean isCut() {
        return cut;
    }

    /** From now on the connection is a WebSocket, which itself limits how long its client may be silent. */
    void become(WebSocketConnection connection) {
        webSocket = connection;
        if (isStopping()) {
            connection.stop();
        }
    }

    /** A time that only differences are made of. */
    static long nanos() {
        return System.nanoTime();
    }

    /** Whether this is the last request. */
    boolean isStopping() {
        return connections.isClosed();
    }

    /** For how many nanoseconds the client has been waited for; zero while it is not, and for WebSockets. */
    long waiting(long now) {
        long since = waitingSince;
        return since == NOT_WAITING || webSocket != null ? 0 : Math.max(0, now - since);
    }

    private boolean hasWaited(Duration most) {
        return waiting(System.nanoTime()) > most.toNanos();
    }

    /** Whether it waits for a request, so that closing it loses nothing. */
    boolean isQuiet() {
        return webSocket == null && (phase == Phase.QUIET || phase == Phase.NEW);
    }

    void closeIfOverdue() {
        WebSocketConnection open = webSocket;
        if (open != null) {
            open.check();
        } else if (isOverdue()) {
            close();
        }
    }

    private boolean isOverdue() {
        return switch (phase) {
            case NEW -> hasWaited(connections.headTime());
            case HEAD -> System.nanoTime() - headSince > connections.headTime().toNanos();
            case QUIET, REQUEST -> hasWaited(connections.idleTime());
            case LINGERING -> hasWaited(LINGERING);
        };
    }

    /** Closes it when it waits for a new request; a WebSocket by a close frame. */
    void closeIfQuiet() {
        WebSocketConnection open = webSocket;
        if (open != null) {
            open.stop();
        } else if (isQuiet()) {
            close();
        }
    }

    /** Closes the socket, so that reads and writes that wait for it fail. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            cut = true;
        }
    }
}
