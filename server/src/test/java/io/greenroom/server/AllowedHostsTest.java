package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit starts the server
class AllowedHostsTest {
    private static final List<String> PATHS = List.of(
            "/", "/docs/", "/docs/openapi.json", "/oauth/authorize", "/v2/users", "/_greenroom/health", "/livez");

    private static Greenroom server;

    @BeforeAll
    static void start() {
        server = Start.server("--allowed-hosts=zoom.example.org, Other.Example.org");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Talk.Answer answer(String host, String path) {
        return Talk.to(server).header("Host", host).get(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:4733",
                "LOCALHOST",
                "127.0.0.1",
                "192.168.1.20:4733",
                "[::1]:4733",
                "greenroom:4733",
                "host.docker.internal:4733",
                "zoom.localhost:4733",
                "greenroom.test",
                "laptop.local.",
                "zoom.example.org:4733",
                "other.example.org"
            })
    void answersAddressesAndPrivateAndAllowedNames(String host) {
        assertThat(answer(host, "/livez").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com", "evil.com:4733", "localhost.evil.com", "127.0.0.1.evil.com", "evil.com."})
    void refusesNamesOfTheInternetOnEveryPath(String host) {
        for (String path : PATHS) {
            assertThat(answer(host, path).status()).as("%s%s", host, path).isEqualTo(403);
        }
    }

    @Test
    void saysHowToAllowAName() {
        assertThat(answer("evil.com:4733", "/v2/users").json().text("message"))
                .isEqualTo("The host name evil.com is not allowed: it may be a web page's, after DNS rebinding."
                        + " Allow it with --allowed-hosts, or set --public-url.");
    }

    @Test
    void answersAnyNameBehindAPublicUrl() {
        try (Greenroom behind = Start.server("--public-url=https://zoom.example.org")) {
            assertThat(Talk.to(behind)
                            .header("Host", "backend.example.net")
                            .get("/livez")
                            .status())
                    .isEqualTo(200);
        }
    }
}
