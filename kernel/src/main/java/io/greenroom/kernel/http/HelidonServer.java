package io.greenroom.kernel.http;

import io.helidon.common.Builder;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The HTTP server: Helidon, one virtual thread a connection, every path to one handler. */
public final class HelidonServer implements HttpServer {
    /** Helidon tells of each start and stop; kept here, because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private final WebServer server;
    private final int port;
    private final AtomicBoolean stopping;

    private HelidonServer(WebServer server, AtomicBoolean stopping) {
        this.server = server;
        this.stopping = stopping;
        this.port = server.port();
    }

    /**
     * Listens, and has every request answered by the handler. It accepts connections when this returns.
     *
     * @throws IllegalStateException when nothing can listen there
     */
    public static HttpServer start(HttpServer.Limits limits, Handler handler) {
        if (HELIDON.getLevel() == null) {
            HELIDON.setLevel(Level.WARNING);
        }
        AtomicBoolean stopping = new AtomicBoolean();
        Duration idle = Duration.ofSeconds(limits.idleSeconds());
        WebServer server = WebServer.builder()
                .host(limits.host())
                .port(limits.port())
                .maxTcpConnections(limits.maxConnections())
                .idleConnectionTimeout(idle)
                .idleConnectionPeriod(Duration.ofMillis(Math.min(1_000, idle.toMillis() / 4)))
                .shutdownGracePeriod(Duration.ofSeconds(limits.graceSeconds()))
                .shutdownHook(false)
                .protocolsDiscoverServices(false)
                .featuresDiscoverServices(false)
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .build())
                .connectionOptions(socketOptions())
                .addConnectionSelector(
                        new GuardedConnectionSelector(http1(limits), everythingTo(handler), idle, stopping::get))
                .directHandlers(ownWords())
                .build()
                .start();
        if (!server.isRunning()) {
            throw new IllegalStateException("Nothing can listen on " + limits.host() + ":" + limits.port());
        }
        return new HelidonServer(server, stopping);
    }

    /** Without {@code tcpNoDelay} an answer of more than one packet waits 40 ms for the client's acknowledgement. */
    static SocketOptions socketOptions() {
        return SocketOptions.builder().tcpNoDelay(true).build();
    }

    /** Paths are not judged here: ids come with encoded slashes, and doubled slashes must reach the road. */
    private static Http1ConnectionSelector http1(HttpServer.Limits limits) {
        int half = limits.maxHeaderBytes() / 2;
        return Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .validatePath(false)
                        .validatePrologue(false)
                        .maxPrologueLength(half)
                        .maxHeadersSize(half)
                        .receiveLog(false)
                        .sendLog(false)
                        .build())
                .build();
    }

    /** What Helidon answers by itself, in the API's shape. */
    private static DirectHandlers ownWords() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new ProtocolFaults());
        }
        return handlers.build();
    }

    /** A router of our own: Helidon's would seek a route for each request, and take paths apart to do so. */
    private static Router everythingTo(Handler handler) {
        return Router.builder()
                .addRouting(new Everything(new HelidonHandler(handler)))
                .build();
    }

    /** A routing that is already built. */
    private record Everything(HttpRouting build) implements Builder<Everything, HttpRouting> {}

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (stopping.compareAndSet(false, true)) {
            server.stop();
        }
    }
}
