package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.CannotListen;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.HttpServer;
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
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The HTTP server: Helidon, one virtual thread a connection, every path to one handler. */
public final class HelidonServer implements HttpServer {
    /**
     * Helidon logs each start and stop. Kept here, because the JDK forgets the level of a logger without references.
     */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** Helidon logs a hundred lines about a port that is taken; we throw one exception. */
    private static final Logger STARTING = Logger.getLogger("io.helidon.webserver.LoomServer");

    /** Helidon would look for idle connections; the watch does. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final WebServer server;
    private final GuardedConnectionSelector selector;
    private final Watch watch;
    private final int port;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private HelidonServer(WebServer server, GuardedConnectionSelector selector, Watch watch) {
        this.server = server;
        this.selector = selector;
        this.watch = watch;
        this.port = server.port();
    }

    /**
     * Listens, and has every request answered by the handler. It accepts connections when this returns.
     *
     * @throws CannotListen when nothing can listen there
     */
    public static HttpServer start(HttpServer.Limits limits, Handler handler) {
        calm(HELIDON, Level.WARNING);
        calm(STARTING, Level.OFF);
        InetAddress address = address(limits.host());
        Watch watch = Watch.start(Duration.ofSeconds(limits.idleSeconds()));
        var selector = new GuardedConnectionSelector(http1(limits), everythingTo(handler), watch);
        WebServer server = listen(address, limits, selector);
        if (!server.isRunning()) {
            selector.forget();
            watch.close();
            throw new CannotListen("Nothing can listen on " + limits.host() + ":" + limits.port() + ": is it in use?");
        }
        return new HelidonServer(server, selector, watch);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotListen("Nothing can listen on " + host + ": there is no such host");
        }
    }

    private static void calm(Logger logger, Level unlessSet) {
        if (logger.getLevel() == null) {
            logger.setLevel(unlessSet);
        }
    }

    private static WebServer listen(InetAddress address, HttpServer.Limits limits, GuardedConnectionSelector selector) {
        return WebServer.builder()
                .address(address)
                .port(limits.port())
                .maxTcpConnections(OpenFiles.connections(limits.maxConnections()))
                .idleConnectionPeriod(NEVER)
                .shutdownGracePeriod(Duration.ofSeconds(limits.graceSeconds()))
                .shutdownHook(false)
                .protocolsDiscoverServices(false)
                .featuresDiscoverServices(false)
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .build())
                .connectionOptions(socketOptions())
                .addConnectionSelector(selector)
                .directHandlers(ownWords())
                .build()
                .start();
    }

    /** Without {@code tcpNoDelay} an answer of more than one packet waits 40 ms for the client's acknowledgement. */
    static SocketOptions socketOptions() {
        return SocketOptions.builder().tcpNoDelay(true).build();
    }

    /**
     * Paths are not judged here: ids come with encoded slashes, and doubled slashes must reach the road. {@link
     * HeaderRules} judges headers.
     */
    @SuppressWarnings("removal") // the switch for the host will go once its judgement does
    private static Http1ConnectionSelector http1(HttpServer.Limits limits) {
        int half = limits.maxHeaderBytes() / 2;
        return Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .validatePath(false)
                        .validatePrologue(false)
                        .validateRequestHeaders(false)
                        .validateRequestHostHeader(false)
                        .maxPrologueLength(half)
                        .maxHeadersSize(half)
                        .receiveLog(false)
                        .sendLog(false)
                        .build())
                .build();
    }

    /** A router of our own: Helidon's would seek a route for each request, and take paths apart to do so. */
    private static Router everythingTo(Handler handler) {
        return Router.builder()
                .addRouting(new Everything(new HelidonHandler(handler)))
                .build();
    }

    /** A routing that is already built. */
    private record Everything(HttpRouting build) implements Builder<Everything, HttpRouting> {}

    /** What Helidon answers by itself, in the API's shape. */
    private static DirectHandlers ownWords() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new ProtocolFaults());
        }
        return handlers.build();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            watch.close();
            server.stop();
            selector.forget();
        }
    }
}
