package io.greenroom.kernel.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;

/** Takes every connection that Helidon accepts, whatever it begins with. */
final class ConnectionSelector implements ServerConnectionSelector {
    private final HttpServer.Limits limits;
    private final Handler handler;
    private final Watch watch;

    ConnectionSelector(HttpServer.Limits limits, Handler handler, Watch watch) {
        this.limits = limits;
        this.handler = handler;
        this.watch = watch;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return Set.of("http/1.1");
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Connection(context, limits, handler, watch);
    }
}
