package io.greenroom.kernel.outbound;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Bounds the connections that are in use at once: in all, for each host, and for targets that failed lately. Threads
 * may share it.
 */
final class Lanes {
    private static final int IN_ALL = 1_024;
    private static final int DOUBTFUL = 128;
    private static final int OF_A_HOST = 64;

    /** Hosts are counted by their hashes, so that a caller cannot make the table grow. */
    private static final int HOSTS = 1_024;

    private final Semaphore all = new Semaphore(IN_ALL, true);
    private final Semaphore doubtful = new Semaphore(DOUBTFUL, true);
    private final List<Semaphore> hosts =
            Stream.generate(() -> new Semaphore(OF_A_HOST, true)).limit(HOSTS).toList();

    /** An exchange with a target. */
    interface Exchange {
        Outcome run() throws IOException;
    }

    /** The right to use a connection. */
    static final class Turn implements AutoCloseable {
        private final List<Semaphore> taken = new ArrayList<>(2);

        private void take(Semaphore permits) throws InterruptedException {
            permits.acquire();
            taken.add(permits);
        }

        Outcome use(Exchange exchange) throws IOException {
            return exchange.run();
        }

        @Override
        public void close() {
            taken.forEach(Semaphore::release);
        }
    }

    /** Waits for a free connection. */
    Turn enter(String host, boolean failedLately) throws IOException {
        Turn turn = new Turn();
        try {
            turn.take(hosts.get(Math.floorMod(host.toLowerCase(Locale.ROOT).hashCode(), HOSTS)));
            turn.take(failedLately ? doubtful : all);
            return turn;
        } catch (InterruptedException e) {
            turn.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
