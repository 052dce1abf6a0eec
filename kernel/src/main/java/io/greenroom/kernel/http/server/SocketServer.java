package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.CannotListen;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: one thread accepts connections, and each is served by a virtual thread. */
public final class SocketServer implements HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);

    /** How many connections the system keeps for us until they are accepted. */
    private static final int BACKLOG = 4096;

    private static final Duration MOST_HEAD_TIME = Duration.ofSeconds(10);

    private static final int SEND_BYTES = 128 * 1024;

    /** How long to wait when the system has no more sockets. */
    private static final long PAUSE_NANOS = 100_000_000L;

    private final ServerSocket listening;
    private final Connections connections;
    private final Conversation.Shared shared;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("connection-", 0).factory());
    private final Duration grace;
    private final Thread listener;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private SocketServer(ServerSocket listening, HttpServer.Limits limits, Handler handler) {
        this.listening = listening;
        this.shared = Conversation.Shared.of(handler);
        this.grace = Duration.ofSeconds(limits.graceSeconds());
        this.connections = new Connections(limits, OpenFiles.connections(limits.maxConnections()), MOST_HEAD_TIME);
        this.listener = Thread.ofPlatform().name("greenroom-listener").unstarted(this::listen);
    }

    /**
     * Listens, and has every request answered by the handler. It accepts connections when this returns.
     *
     * @throws CannotListen when nothing can listen there
     */
    public static HttpServer start(HttpServer.Limits limits, Handler handler) {
        InetSocketAddress address = new InetSocketAddress(address(limits.host()), limits.port());
        SocketServer server = new SocketServer(bound(address, limits), limits, handler);
        server.listener.start();
        return server;
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotListen("Nothing can listen on " + host + ": there is no such host");
        }
    }

    private static ServerSocket bound(InetSocketAddress address, HttpServer.Limits limits) {
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(address, BACKLOG);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
            return socket;
        } catch (IOException e) {
            throw new CannotListen("Nothing can listen on " + limits.host() + ":" + limits.port() + ": is it in use?");
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                accept(listening.accept());
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    LOG.warn("No connection can be accepted", e);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void accept(Socket socket) throws IOException {
        try {
            prepare(socket);
            Connection connection = new Connection(socket, shared.budget().lease(), connections);
            if (connections.admit(connection)) {
                threads.execute(() -> serve(connection));
            } else {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("A client has gone before it was served", e);
            socket.close();
        }
    }

    /**
     * Without {@code tcpNoDelay} an answer of more than one packet waits 40 ms for the client's acknowledgement. With a
     * buffer of its own choice the system would hold megabytes for each client that does not read.
     */
    static void prepare(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSendBufferSize(SEND_BYTES);
    }

    private void serve(Connection connection) {
        try {
            new Conversation(connection, shared).run();
        } catch (IOException e) {
            LOG.debug("A connection has ended", e);
        } finally {
            connection.close();
            connections.remove(connection);
        }
    }

    @Override
    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public boolean isListening() {
        return listener.isAlive();
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            connections.close();
            stopListening();
            threads.shutdown();
            try {
                if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                    connections.cut();
                    threads.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopListening() {
        try {
            listening.close();
            listener.join();
        } catch (IOException e) {
            LOG.debug("The listening socket cannot be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
