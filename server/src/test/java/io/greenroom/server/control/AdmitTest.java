package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmitTest {
    private static final String HEALTH = "/_greenroom/health";

    private static int status(Talk talk) {
        return talk.get(HEALTH).status();
    }

    @Test
    void admitsLoopbackRequests() {
        try (Greenroom server = Start.server()) {
            assertThat(status(Talk.to(server))).isEqualTo(200);
            assertThat(status(Talk.to(server).header("Host", "localhost:" + server.port())))
                    .isEqualTo(200);
            assertThat(status(Talk.to(server).header("Host", "[::1]:" + server.port())))
                    .isEqualTo(200);
            assertThat(status(Talk.to(server).header("Origin", server.url()))).isEqualTo(200);
        }
    }

    @Test
    void refusesANameThatWasBoundAnewToThisMachine() {
        try (Greenroom server = Start.server()) {
            Talk.Answer answer = Talk.to(server).header("Host", "evil.example").get(HEALTH);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().text("message")).contains("the Host is not this machine's");
            assertThat(status(Talk.to(server).header("Host", "localhost.evil.example")))
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        try (Greenroom server = Start.server()) {
            assertThat(status(Talk.to(server).header("Origin", "https://evil.example")))
                    .isEqualTo(403);
            assertThat(status(Talk.to(server).header("Origin", "null"))).isEqualTo(403);
        }
    }

    @Test
    void refusesForwardedRequests() {
        try (Greenroom server = Start.server()) {
            assertThat(status(Talk.to(server).header("X-Forwarded-For", "203.0.113.7")))
                    .isEqualTo(403);
            assertThat(status(Talk.to(server).header("Forwarded", "for=203.0.113.7")))
                    .isEqualTo(403);
        }
    }

    @Test
    void admitsTheTokenFromAnyAddress() {
        try (Greenroom server = Start.server("--control-token=s3cret")) {
            assertThat(status(
                            Talk.to(server).header("Host", "greenroom.example").bearer("s3cret")))
                    .isEqualTo(200);
            assertThat(status(
                            Talk.to(server).header("Host", "greenroom.example").bearer("wrong")))
                    .isEqualTo(403);
            assertThat(status(Talk.to(server))).isEqualTo(200);
        }
    }

    @Test
    void requiresTheTokenInProduction(@TempDir Path folder) {
        try (Greenroom server = Start.server("--profile=production", "--data=" + folder, "--control-token=s3cret")) {
            assertThat(status(Talk.to(server))).isEqualTo(403);
            assertThat(status(Talk.to(server).bearer("s3cret"))).isEqualTo(200);
        }
    }
}
