package io.greenroom.kernel.http.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.WritableHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers are valid HTTP. */
class HeaderRulesTest {
    private final HeaderRules rules = new HeaderRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "localhost:4733",
                "127.0.0.1",
                "api.example.org:443",
                "[::1]:4733",
                "my_host.local",
                "xn--bcher.example"
            })
    void takesHosts(String host) {
        assertThat(rules.areKept(headers(host))).isTrue();
        assertThat(rules.areKept(headers(host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a:b",
                "a/b",
                "user@a",
                "[::1",
                "[fe80::1%25eth0]",
                "a\"b",
                "a:999999",
                "<script>",
                "a%2e",
                "a;b",
                "\u00e9"
            })
    void refusesInvalidHosts(String host) {
        assertThat(rules.areKept(headers("good.example"))).isTrue();
        assertThat(rules.areKept(headers(host))).isFalse();
    }

    @Test
    void needsOneHost() {
        assertThat(rules.areKept(ServerRequestHeaders.create(WritableHeaders.create())))
                .isFalse();
        WritableHeaders<?> two = WritableHeaders.create().set(HeaderNames.HOST, "a", "b");
        assertThat(rules.areKept(ServerRequestHeaders.create(two))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with\ttab", "caf\u00e9", "\u001b[31m", ""})
    void takesValues(String value) {
        assertThat(rules.areKept(with(HeaderNames.create("X-Odd"), value))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b"})
    void refusesNul(String value) {
        assertThat(rules.areKept(with(HeaderNames.create("X-Odd"), value))).isFalse();
    }

    private static ServerRequestHeaders with(HeaderName name, String value) {
        return ServerRequestHeaders.create(
                WritableHeaders.create().set(HeaderNames.HOST, "a").set(name, value));
    }

    private static ServerRequestHeaders headers(String host) {
        return ServerRequestHeaders.create(WritableHeaders.create().set(HeaderNames.HOST, host));
    }
}
