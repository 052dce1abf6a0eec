package io.greenroom.kernel.http.helidon;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** A connection of Helidon's that cannot be held for ever. */
final class GuardedConnection implements ServerConnection {
    private final ServerConnection http1;
    private final GuardedContext context;
    private final Watch watch;

    GuardedConnection(ServerConnection http1, GuardedContext context, Watch watch) {
        this.http1 = http1;
        this.context = context;
        this.watch = watch;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        watch.add(context);
        try {
            http1.handle(limit);
            if (!watch.isClosed()) {
                context.linger();
            }
        } finally {
            watch.remove(context);
        }
    }

    /** The watch knows better. */
    @Override
    public Duration idleTime() {
        return Duration.ZERO;
    }

    /** Ends it after the request that it serves, or at once. */
    @Override
    public void close(boolean now) {
        if (now) {
            context.closeSocket();
        }
        http1.close(now);
    }
}
