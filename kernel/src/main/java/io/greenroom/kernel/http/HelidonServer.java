package io.greenroom.kernel.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The HTTP server. Helidon listens, accepts and gives each connection a virtual thread; what a connection says and hears
 * is ours ({@link Connection}), because the API's errors, limits and paths are stricter than a general server's.
 */
public final class HelidonServer implements HttpServer {
    /** Helidon tells of each start and stop; kept here, because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private final WebServer server;
    private final Watch watch;
    private final int port;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private HelidonServer(WebServer server, Watch watch) {
        this.server = server;
        this.watch = watch;
        this.port = server.port();
    }

    /** Listens, and has every request answered by the handler. It accepts connections when this returns. */
    public static HttpServer start(HttpServer.Limits limits, Handler handler) {
        if (HELIDON.getLevel() == null) {
            HELIDON.setLevel(Level.WARNING);
        }
        Watch watch = Watch.start(limits.idleSeconds());
        WebServer server = WebServer.builder()
                .host(limits.host())
                .port(limits.port())
                .maxTcpConnections(limits.maxConnections())
                .shutdownGracePeriod(Duration.ofSeconds(limits.graceSeconds()))
                .shutdownHook(false)
                .connectionOptions(socketOptions())
                .protocolsDiscoverServices(false)
                .featuresDiscoverServices(false)
                .addConnectionSelector(new ConnectionSelector(limits, handler, watch))
                .build()
                .start();
        if (!server.isRunning()) {
            watch.close();
            throw new IllegalStateException("Nothing can listen on " + limits.host() + ":" + limits.port());
        }
        return new HelidonServer(server, watch);
    }

    /** Without {@code tcpNoDelay} an answer of more than one packet waits 40 ms for the client's acknowledgement. */
    static SocketOptions socketOptions() {
        return SocketOptions.builder().tcpNoDelay(true).build();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            server.stop();
            watch.close();
        }
    }
}
