package io.greenroom.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    private static final CompletedRequest SERVED = new CompletedRequest(
            "id",
            Instant.EPOCH,
            "GET",
            "/v2/users/me",
            "192.0.2.1",
            "user",
            "account",
            200,
            List.of(),
            List.of(),
            CompletedRequest.NO_BODY,
            "",
            3_000_000);

    @TempDir
    private Path folder;

    @Test
    void countsRequestsFromBeforeItWasLoaded() throws Exception {
        Metrics metrics = new Metrics();
        metrics.count(() -> 7);

        metrics.observe(SERVED);
        metrics.loadInTime();
        metrics.observe(SERVED);
        System.gc();

        assertThat(metrics.scrape().lines())
                .contains(
                        "greenroom_requests_seconds_count{operation=\"user\",status=\"200\"} 2",
                        "greenroom_requests_seconds_bucket{operation=\"user\",status=\"200\",le=\"0.001\"} 0",
                        "greenroom_requests_seconds_bucket{operation=\"user\",status=\"200\",le=\"0.005\"} 2",
                        "greenroom_outbox_undelivered 7.0");
    }

    private Greenroom production(String token) {
        return Start.server(
                "--profile=production",
                "--public-url=https://zoom.example.org",
                "--data=" + folder.resolve("data"),
                token);
    }

    @Test
    void asksForTheControlTokenInProduction() {
        try (Greenroom server = production("--control-token=kept-between-us-two")) {
            assertThat(Talk.to(server).get("/metrics").status()).isEqualTo(401);
            assertThat(Talk.to(server)
                            .bearer("kept-between-us-too")
                            .get("/metrics")
                            .status())
                    .isEqualTo(401);
            assertThat(Talk.to(server)
                            .bearer("kept-between-us-two")
                            .get("/metrics")
                            .body())
                    .contains("jvm_memory_used_bytes");
            assertThat(Talk.to(server).get("/readyz").status()).isEqualTo(200);
            assertThat(Talk.to(server).get("/livez").status()).isEqualTo(200);
        }
        try (Greenroom server = production("--control-token=")) {
            assertThat(Talk.to(server).bearer("").get("/metrics").status()).isEqualTo(401);
        }
    }

    @Test
    void containsRequestAndJvmMetrics() {
        try (Greenroom server = Start.server()) {
            Talk.to(server).get("/v2/users");

            Talk.Answer answer = Talk.to(server).get("/metrics");

            assertThat(answer.head()).contains("Content-Type: text/plain; version=0.0.4");
            assertThat(answer.body())
                    .contains("greenroom_requests_seconds_count{operation=\"users\",status=\"401\"} 1")
                    .contains("jvm_memory_used_bytes")
                    .contains("jvm_threads_live_threads");
        }
    }
}
