package io.greenroom.kernel.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/**
 * A connection of Helidon's that cannot be held for ever. Helidon asks every connection now and then how long it has been idle, and
 * closes those beyond the limit; its own HTTP/1 then ends only between requests, not in a read or a write that hangs.
 */
final class GuardedConnection implements ServerConnection {
    private final ServerConnection http1;
    private final GuardedContext context;

    GuardedConnection(ServerConnection http1, GuardedContext context) {
        this.http1 = http1;
        this.context = context;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        http1.handle(limit);
        context.linger();
    }

    /** How long its thread has waited for the client beyond what the client has earned; nothing while a request is handled. */
    @Override
    public Duration idleTime() {
        return context.waiting();
    }

    /** Ends it after the request that it serves, but at once when it serves none, when the client has hung too long, or when told so. */
    @Override
    public void close(boolean now) {
        if (now || context.isQuiet() || context.isOverdue()) {
            context.closeSocket();
        }
        http1.close(now);
    }
}
