package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static String of(String publicUrl, String host) {
        return new Origins(publicUrl, "http://localhost:4733")
                .of(Requests.get("/").header("Host", host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:4733",
                "127.0.0.1:1",
                "books.example.org",
                "a-b_c.example",
                "[::1]",
                "[::1]:80"
            })
    void takesTheHostThatTheRequestCameTo(String host) {
        assertThat(of("", host)).isEqualTo("http://" + host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a/b",
                "user@host",
                "host:port",
                "host:123456",
                "a\"b",
                "<script>",
                "a\r\nb",
                "[::1",
                "é"
            })
    void takesNothingElseForAHost(String host) {
        assertThat(of("", host)).isEqualTo("http://localhost:4733");
    }

    @Test
    void takesTheFallbackWhereNoHostIsNamed() {
        assertThat(new Origins("", "http://localhost:4733").of(Requests.get("/")))
                .isEqualTo("http://localhost:4733");
    }

    @Test
    void prefersTheConfiguredAddress() {
        assertThat(of("https://books.example.org", "localhost")).isEqualTo("https://books.example.org");
    }
}
