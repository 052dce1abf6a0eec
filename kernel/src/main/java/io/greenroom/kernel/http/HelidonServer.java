package io.greenroom.kernel.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The HTTP server: Helidon, one virtual thread a connection, every path to one handler. */
public final class HelidonServer implements HttpServer {
    private static final int MAX_REQUEST_LINE = 16 * 1024;

    private final WebServer server;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private HelidonServer(WebServer server) {
        this.server = server;
    }

    /**
     * Listens, and has every request answered by the handler. It accepts connections when this returns.
     *
     * @throws IllegalStateException when nothing can listen there
     */
    public static HttpServer start(HttpServer.Limits limits, Handler handler) {
        WebServer server = WebServer.builder()
                .host(limits.host())
                .port(limits.port())
                .maxTcpConnections(limits.maxConnections())
                .idleConnectionTimeout(Duration.ofSeconds(limits.idleSeconds()))
                .idleConnectionPeriod(Duration.ofSeconds(Math.max(1, limits.idleSeconds() / 4)))
                .shutdownGracePeriod(Duration.ofSeconds(limits.graceSeconds()))
                .shutdownHook(false)
                .protocolsDiscoverServices(false)
                .featuresDiscoverServices(false)
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .build())
                .connectionOptions(socketOptions(limits))
                .addConnectionSelector(http1(limits))
                .directHandlers(ownWords())
                .routing(HttpRouting.builder().any(new HelidonHandler(handler)))
                .build()
                .start();
        if (!server.isRunning()) {
            throw new IllegalStateException("Nothing can listen on " + limits.host() + ":" + limits.port());
        }
        return new HelidonServer(server);
    }

    /**
     * Without {@code tcpNoDelay} an answer of more than one packet waits 40 ms for the client's acknowledgement. A read
     * that brings nothing for the idle time ends, so that nobody holds a thread by sending half a request.
     */
    private static SocketOptions socketOptions(HttpServer.Limits limits) {
        return SocketOptions.builder()
                .tcpNoDelay(true)
                .readTimeout(Duration.ofSeconds(limits.idleSeconds()))
                .build();
    }

    /** Paths are not judged here: ids come with encoded slashes, and doubled slashes must reach the road. */
    private static Http1ConnectionSelector http1(HttpServer.Limits limits) {
        Http1Config config = Http1Config.builder()
                .validatePath(false)
                .validatePrologue(false)
                .maxPrologueLength(MAX_REQUEST_LINE)
                .maxHeadersSize(limits.maxHeaderBytes())
                .build();
        return Http1ConnectionSelector.builder().config(config).build();
    }

    /** What Helidon answers by itself, in the API's shape. */
    private static DirectHandlers ownWords() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, HelidonServer::refuse);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse refuse(
            DirectHandler.TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        boolean ours = status.code() >= 500 && type == EventType.INTERNAL_ERROR;
        Answer answer = ours ? ProtocolFaults.broken() : ProtocolFaults.refused(status.code());
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(answer.status()))
                .headers(headers)
                .header(HeaderValues.create("Content-Type", "application/json;charset=UTF-8"))
                .keepAlive(false)
                .entity(answer.bytes())
                .build();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            server.stop();
        }
    }
}
