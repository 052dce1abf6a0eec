package io.greenroom.kernel.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Gives every connection, whatever it begins with, to Helidon's HTTP/1, so that each fault gets an answer; and guards it. */
final class GuardedConnectionSelector implements ServerConnectionSelector {
    private final Http1ConnectionSelector http1;
    private final Router router;
    private final Duration idle;
    private final BooleanSupplier stopping;

    GuardedConnectionSelector(Http1ConnectionSelector http1, Router router, Duration idle, BooleanSupplier stopping) {
        this.http1 = http1;
        this.router = router;
        this.idle = idle;
        this.stopping = stopping;
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
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        GuardedContext guarded = new GuardedContext(context, router, idle, stopping);
        return new GuardedConnection(http1.connection(guarded), guarded);
    }
}
