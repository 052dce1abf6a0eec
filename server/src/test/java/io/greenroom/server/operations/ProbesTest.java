package io.greenroom.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.server.SocketServer;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final int REQUESTS = 200;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** A store of which only the checks count. */
    private record CheckedStore(AtomicInteger checks) implements Store {
        @Override
        public <T> T read(String account, Function<Transaction, T> unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T write(String account, Function<Transaction, T> unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Counters counters(CounterKind kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Queues queues() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public void check() {
            checks.incrementAndGet();
        }

        @Override
        public void close() {}
    }

    @Test
    void checksTheStoreOnceASecondAtMost() throws Exception {
        AtomicInteger checks = new AtomicInteger();
        Clock clock = Clock.system();
        Probes probes = new Probes(new CheckedStore(checks), clock);
        try (HttpServer server = SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), probes.ready())) {
            long began = clock.stopwatchNanos();
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(Talk.to(server.port()).get("/readyz").body()).isEqualTo("ready\n");
            }
            long seconds = (clock.stopwatchNanos() - began) / NANOS_PER_SECOND + 1;
            assertThat(checks.get()).isBetween(1, (int) seconds);
        }
    }

    @Test
    void failsOnceTheWriterHasDied() throws Exception {
        try (Greenroom server = Start.server()) {
            assertThat(Talk.to(server).get("/livez").body()).isEqualTo("live\n");

            Start.kill("greenroom-writer");

            Talk.Answer answer = Talk.to(server).get("/livez");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("the thread of the writer has died\n");
            assertThat(Talk.to(server).get("/readyz").status()).isEqualTo(503);
            Start.awaitDeath(server);
        }
    }
}
