package io.greenroom.kernel.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection that one sender keeps open between its requests. Used by one thread at a time. */
public final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private @Nullable Open open;

    /**
     * An open connection.
     *
     * @param target to which it leads
     * @param socket the connection
     * @param in what arrives
     * @param out what is sent
     * @param since when it was used last, in nanoseconds of the stopwatch
     */
    record Open(Target target, Socket socket, TimedInput in, OutputStream out, long since) {}

    /** The open connection, if it leads there and was used lately. */
    Optional<Open> reuse(Target target, long notBefore) {
        Open kept = open;
        open = null;
        if (kept == null) {
            return Optional.empty();
        }
        try {
            if (kept.target().sharesConnection(target)
                    && kept.since() - notBefore > 0
                    && !kept.in().hasLeftover()) {
                return Optional.of(kept);
            }
        } catch (IOException broken) {
            LOG.debug("A kept connection broke", broken);
        }
        close(kept.socket());
        return Optional.empty();
    }

    void keep(Open used) {
        open = used;
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close", e);
        }
    }

    @Override
    public void close() {
        Open kept = open;
        open = null;
        if (kept != null) {
            close(kept.socket());
        }
    }
}
