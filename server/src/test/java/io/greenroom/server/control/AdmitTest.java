package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmitTest {
    private static final String HEALTH = "/_greenroom/health";
    private static final String RESET = "/_greenroom/reset";
    private static final String TOKEN = "s3cret-of-24-characters!";

    private static int status(Talk talk) {
        return talk.get(HEALTH).status();
    }

    @Test
    void admitsThisMachine() {
        try (Greenroom server = Start.server()) {
            assertThat(status(Talk.to(server))).isEqualTo(200);
            assertThat(status(Talk.to(server).header("Host", "localhost:" + server.port())))
                    .isEqualTo(200);
            assertThat(status(Talk.to(server).header("Host", "[::1]:" + server.port())))
                    .isEqualTo(200);
        }
    }

    @Test
    void admitsOwnPagesOnly() {
        try (Greenroom server = Start.server()) {
            assertThat(status(Talk.to(server).header("Origin", server.url()).header("Sec-Fetch-Site", "same-origin")))
                    .isEqualTo(200);
            assertThat(status(Talk.to(server).header("Sec-Fetch-Site", "none"))).isEqualTo(200);
            assertThat(status(Talk.to(server).header("Origin", "https://evil.example")))
                    .isEqualTo(403);
            assertThat(status(Talk.to(server).header("Origin", "http://localhost:3000")))
                    .isEqualTo(403);
            assertThat(status(Talk.to(server).header("Origin", "null"))).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "Same-Origin", "other"})
    void refusesPagesOfOtherOriginsWithAndWithoutTheToken(String site) {
        try (Greenroom open = Start.server();
                Greenroom closed = Start.server("--control-token", TOKEN)) {
            Talk.Answer answer = Talk.to(open).header("Sec-Fetch-Site", site).get(HEALTH);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().text("message")).endsWith("a page of another origin asks.");
            assertThat(status(Talk.to(closed).bearer(TOKEN).header("Sec-Fetch-Site", site)))
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "Via",
                "X-Forwarded-For",
                "x-forwarded-proto",
                "X-Forwarded-Host",
                "X-Real-IP",
                "X-Client-IP",
                "True-Client-IP",
                "CF-Connecting-IP",
                "CF-Ray",
                "X-Amzn-Trace-Id",
                "X-Envoy-External-Address",
                "X-Original-URI"
            })
    void refusesWhatAProxyForwards(String header) {
        try (Greenroom server = Start.server()) {
            assertThat(status(Talk.to(server).header(header, "203.0.113.7"))).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"--control-token, " + TOKEN, "--host, 0.0.0.0", "--public-url, https://zoom.example.org"})
    void asksThisMachineForTheTokenOnceItIsSetOrOthersReachTheServer(String option, String value) {
        try (Greenroom server = Start.server(option, value)) {
            assertThat(status(Talk.to(server))).isEqualTo(403);
            assertThat(status(Talk.to(server).header("Host", "localhost"))).isEqualTo(403);
        }
    }

    @Test
    void admitsTheTokenThroughProxiesAndByAnyScheme() {
        try (Greenroom server = Start.server("--control-token", TOKEN)) {
            assertThat(status(Talk.to(server)
                            .header("X-Forwarded-For", "203.0.113.7")
                            .header("Authorization", "BEARER " + TOKEN)))
                    .isEqualTo(200);
            assertThat(status(Talk.to(server).bearer(TOKEN + "x"))).isEqualTo(403);
        }
    }

    @Test
    void admitsOnlyTheTokenInProduction(@TempDir Path folder) {
        try (Greenroom server = Start.server(
                "--profile=production",
                "--public-url=https://zoom.example.org",
                "--data=" + folder,
                "--control-token=" + TOKEN)) {
            assertThat(status(Talk.to(server))).isEqualTo(403);
            assertThat(status(Talk.to(server).bearer(TOKEN))).isEqualTo(200);
        }
    }

    @Test
    void limitsGuessesOfTheToken() {
        try (Greenroom server = Start.server("--control-token", TOKEN)) {
            for (int guess = 0; guess < 10; guess++) {
                assertThat(status(Talk.to(server).bearer("wrong" + guess))).isEqualTo(403);
            }
            assertThat(status(Talk.to(server).bearer("wrong"))).isEqualTo(429);
            assertThat(status(Talk.to(server).bearer(TOKEN))).isEqualTo(429);
        }
    }

    @Test
    void wantsJsonOfEachWriteAlsoWithoutABody() {
        try (Greenroom server = Start.server()) {
            Talk.Answer answer = Talk.to(server).post(RESET);

            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.json().text("message"))
                    .isEqualTo(
                            "POST, PUT and PATCH need the header Content-Type: application/json, also without a body.");
            for (String type :
                    new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
                assertThat(Talk.to(server)
                                .header("Content-Type", type)
                                .post(RESET)
                                .status())
                        .as(type)
                        .isEqualTo(415);
            }
            assertThat(Talk.to(server)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .post(RESET)
                            .status())
                    .isEqualTo(204);
        }
    }
}
