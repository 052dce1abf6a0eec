package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of a request, and which hosts it may name. */
class RequestHeadTest {
    private final HostRule hosts = new HostRule();

    private static RequestHead head(String... lines) throws ProtocolFault {
        String text = String.join("\r\n", lines) + "\r\n\r\n";
        int[] starts = Stream.iterate(0, start -> start < text.length(), start -> text.indexOf("\r\n", start) + 2)
                .mapToInt(Integer::intValue)
                .toArray();
        return RequestHead.of(text.getBytes(StandardCharsets.US_ASCII), starts);
    }

    private boolean isKept(String host) throws ProtocolFault {
        return hosts.isKept(head("GET / HTTP/1.1", "Host: " + host));
    }

    @Test
    void findsHeadersWhateverTheirCase() throws ProtocolFault {
        RequestHead head = head("PATCH /a?b HTTP/1.1", "HOST:a", "X-One:  1\t", "x-one:", "X-One-More: 2", "X: c:d");
        assertThat(head.method()).isEqualTo("PATCH");
        assertThat(head.target()).isEqualTo("/a?b");
        assertThat(head.isOld()).isFalse();
        assertThat(head.first("host")).contains("a");
        assertThat(head.all("X-ONE")).isEqualTo(List.of("1", ""));
        assertThat(head.first("x")).contains("c:d");
        assertThat(head.first("y")).isEmpty();
        assertThat(head.all("Hos")).isEmpty();
    }

    @Test
    void findsElementsOfLists() throws ProtocolFault {
        RequestHead head = head("GET / HTTP/1.0", "Connection: upgrade, Keep-Alive", "Connection: x");
        assertThat(head.isOld()).isTrue();
        assertThat(head.has("connection", "keep-alive")).isTrue();
        assertThat(head.has("connection", "x")).isTrue();
        assertThat(head.has("connection", "keep")).isFalse();
    }

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
    void takesHosts(String host) throws ProtocolFault {
        assertThat(isKept(host)).isTrue();
        assertThat(isKept(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
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
    void refusesWhatIsNoHost(String host) throws ProtocolFault {
        assertThat(isKept("good.example")).isTrue();
        assertThat(isKept(host)).isFalse();
    }

    @Test
    void needsOneHostUnlessTheClientIsOld() throws ProtocolFault {
        assertThat(hosts.isKept(head("GET / HTTP/1.1"))).isFalse();
        assertThat(hosts.isKept(head("GET / HTTP/1.1", "Host: a", "Host: a"))).isFalse();
        assertThat(hosts.isKept(head("GET / HTTP/1.0"))).isTrue();
        assertThat(hosts.isKept(head("GET / HTTP/1.0", "Host: a b"))).isFalse();
    }
}
