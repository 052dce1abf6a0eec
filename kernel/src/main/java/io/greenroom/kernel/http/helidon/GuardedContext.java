package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.websocket.WebSocketConnection;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A connection's context whose reads and writes are watched: how long they have been waiting, and how much is held in
 * memory. Its thread reads and writes; other threads only look, and may close the socket.
 */
final class GuardedContext implements ConnectionContext, DataWriter {
    /** How much a client may still send after the last answer before the connection is cut, and how long. */
    private static final long LINGERING_BYTES = 16L * 1024 * 1024;

    private static final Duration LINGERING = Duration.ofSeconds(2);

    /** Beyond the idle time a request must arrive at a kilobyte a second at least. */
    private static final long NANOS_PER_BYTE = 1_000_000_000L / 1024;

    private static final long NOT_WAITING = Long.MAX_VALUE;

    private final ConnectionContext context;
    private final HelidonSocket socket;
    private final DataReader reader = new DataReader(this::receive);
    private final Router router;
    private final Watch watch;
    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean quiet;
    private volatile boolean cut;
    private volatile @Nullable WebSocketConnection webSocket;
    private boolean inRequest;
    private volatile boolean lingering;
    private long requestSince;
    private long received;

    GuardedContext(ConnectionContext context, Router router, Watch watch) {
        this.context = context;
        this.router = router;
        this.socket = context.serverSocket();
        this.watch = watch;
    }

    private byte[] receive() {
        if (webSocket != null) {
            return read();
        }
        if (reader.available() > 0) {
            begin();
        }
        long now = System.nanoTime();
        waitingSince = inRequest && !lingering ? Math.min(now, requestSince + received * NANOS_PER_BYTE) : now;
        byte[] bytes = inRequest ? read() : readFirst();
        waitingSince = NOT_WAITING;
        received += bytes == null ? 0 : bytes.length;
        return bytes;
    }

    /** Reads what a request begins with, unless the server stops. */
    private byte[] readFirst() {
        quiet = true;
        if (isStopping()) {
            throw new CloseConnectionException("The server stops");
        }
        byte[] bytes = read();
        begin();
        if (bytes != null && bytes.length > 0 && !isText(bytes[0])) {
            throw RequestException.builder()
                    .type(DirectHandler.EventType.BAD_REQUEST)
                    .message("The client does not speak HTTP/1")
                    .setKeepAlive(false)
                    .build();
        }
        return bytes;
    }

    /** A client that begins with TLS would wait for an answer, and never send the end of a line. */
    private static boolean isText(byte first) {
        return first >= ' ' || first == '\r' || first == '\n';
    }

    /**
     * Begins a request that has not begun yet, unless the server stops. It says so before it looks, as the watch stops
     * before it looks for quiet connections: so no request is done on a connection that is being closed.
     */
    void begin() {
        if (inRequest) {
            return;
        }
        inRequest = true;
        quiet = false;
        requestSince = System.nanoTime();
        received = 0;
        if (isStopping()) {
            throw new CloseConnectionException("The server stops");
        }
    }

    /** Ends a request: what is read next is another one. */
    void end() {
        inRequest = false;
    }

    private byte[] read() {
        try {
            return socket.get();
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("The client cannot be read from", e);
        }
    }

    @Override
    public void writeNow(BufferData buffer) {
        waitingSince = System.nanoTime();
        try {
            socket.write(buffer);
        } catch (UncheckedIOException e) {
            cut = true;
            throw e;
        }
        waitingSince = NOT_WAITING;
    }

    @Override
    public void writeNow(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        writeNow(buffer);
    }

    /**
     * Reads over what the client is still sending. Closing a socket with unread bytes resets the connection, and the
     * client might never see the answer.
     */
    void linger() {
        long until = System.nanoTime() + LINGERING.toNanos();
        long read = 0;
        lingering = true;
        inRequest = true;
        try {
            while (read < LINGERING_BYTES && System.nanoTime() < until) {
                reader.ensureAvailable();
                int available = reader.available();
                reader.skip(available);
                read += available;
            }
        } catch (DataReader.InsufficientDataAvailableException e) {
            return;
        }
        throw new CloseConnectionException("The client does not stop sending");
    }

    /** How long the client has been waited for, beyond what it has earned by what it sent. */
    private Duration waiting() {
        long since = waitingSince;
        if (since == NOT_WAITING) {
            return Duration.ZERO;
        }
        Duration waiting = Duration.ofNanos(System.nanoTime() - since);
        return lingering ? waiting.plus(watch.idle()).minus(LINGERING) : waiting;
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
        return watch.isClosed();
    }

    void closeIfOverdue() {
        WebSocketConnection open = webSocket;
        if (open != null) {
            open.check();
        }
        if (waiting().compareTo(watch.idle()) > 0) {
            closeSocket();
        }
    }

    /** Closes it when it waits for a new request; a WebSocket by a close frame. */
    void closeIfQuiet() {
        WebSocketConnection open = webSocket;
        if (open != null) {
            open.stop();
        } else if (quiet) {
            closeSocket();
        }
    }

    void closeSocket() {
        socket.close();
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return this;
    }

    @Override
    public ListenerContext listenerContext() {
        return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return context.executor();
    }

    @Override
    public Router router() {
        return router;
    }

    @Override
    public HelidonSocket serverSocket() {
        return socket;
    }

    @Override
    public PeerInfo remotePeer() {
        return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return context.localPeer();
    }

    @Override
    public boolean isSecure() {
        return context.isSecure();
    }

    @Override
    public String socketId() {
        return context.socketId();
    }

    @Override
    public String childSocketId() {
        return context.childSocketId();
    }
}
