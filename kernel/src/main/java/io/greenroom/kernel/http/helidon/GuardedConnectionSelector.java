package io.greenroom.kernel.http.helidon;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives every connection, whatever it begins with, to Helidon's HTTP/1, so that each fault gets an answer; and guards
 * it.
 */
final class GuardedConnectionSelector implements ServerConnectionSelector {
    private final Http1ConnectionSelector http1;
    private final AtomicReference<Router> router;
    private final Watch watch;

    GuardedConnectionSelector(Http1ConnectionSelector http1, Router router, Watch watch) {
        this.http1 = http1;
        this.router = new AtomicReference<>(router);
        this.watch = watch;
    }

    /**
     * Lets go of the handler, and all that hangs on it: a timer of Helidon's keeps this selector for ever, even when
     * the server is closed.
     */
    void forget() {
        router.set(Router.empty());
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
        GuardedContext guarded = new GuardedContext(context, router.get(), watch);
        return new GuardedConnection(http1.connection(guarded), guarded, watch);
    }
}
