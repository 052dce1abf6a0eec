package io.greenroom.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies =
            TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8:1::/48", "127.0.0.1"));

    private String client(String peer, Map<String, List<String>> headers) {
        return proxies.client(InetAddress.ofLiteral(peer), name -> headers.getOrDefault(name, List.of()))
                .getHostAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // an untrusted peer's header is ignored
                "198.51.100.7; 203.0.113.9; 198.51.100.7",
                "192.0.2.2; 203.0.113.9; 192.0.2.2",
                // from the right, over trusted proxies, up to the first other address
                "10.1.2.3; 203.0.113.9; 203.0.113.9",
                "10.1.2.3; 1.1.1.1, 203.0.113.9; 203.0.113.9",
                "10.1.2.3; 1.1.1.1, 203.0.113.9, 192.0.2.1,10.9.9.9; 203.0.113.9",
                "2001:db8:1::5; 2001:db8:2::5; 2001:db8:2:0:0:0:0:5",
                // ports
                "10.1.2.3; 203.0.113.9:4711; 203.0.113.9",
                "10.1.2.3; [2001:db8:2::5]:4711; 2001:db8:2:0:0:0:0:5",
                // only proxies: the first of them
                "10.1.2.3; 10.0.0.1, 10.0.0.2; 10.0.0.1",
                // what is no address ends the search at the proxy that sent it
                "10.1.2.3; unknown; 10.1.2.3",
                "10.1.2.3; 203.0.113.9, unknown, 10.0.0.2; 10.0.0.2",
                "10.1.2.3; localhost; 10.1.2.3",
                "10.1.2.3; ''; 10.1.2.3",
                "10.1.2.3; ' , ,'; 10.1.2.3",
                "10.1.2.3; ::ffff:203.0.113.9; 203.0.113.9"
            })
    void findsTheClient(String peer, String forwardedFor, String client) {
        assertThat(client(peer, Map.of("X-Forwarded-For", List.of(forwardedFor))))
                .isEqualTo(client);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(client("10.1.2.3", Map.of("X-Forwarded-For", List.of("1.1.1.1", "203.0.113.9", "10.0.0.1"))))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void readsForwardedWhereTheOtherIsMissing() {
        String forwarded = "for=1.1.1.1;proto=https, For=\"[2001:db8:2::5]:4711\";by=10.0.0.1, for=10.0.0.2";

        assertThat(client("10.1.2.3", Map.of("Forwarded", List.of(forwarded)))).isEqualTo("2001:db8:2:0:0:0:0:5");
        assertThat(client("10.1.2.3", Map.of("Forwarded", List.of("by=1.1.1.1"))))
                .isEqualTo("10.1.2.3");
        assertThat(client(
                        "10.1.2.3", Map.of("Forwarded", List.of(forwarded), "X-Forwarded-For", List.of("203.0.113.9"))))
                .isEqualTo("203.0.113.9");
        assertThat(client("198.51.100.7", Map.of("Forwarded", List.of(forwarded))))
                .isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "10.0.0.1 ", "a/8", "/8"})
    void refusesWhatIsNoNetwork(String text) {
        assertThat(TrustedProxies.isNetwork(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.of(List.of(text)));
    }

    @Test
    void countsIpv6ClientsByTheirNetwork() {
        assertThat(Network.ofClient("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Network.ofClient("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Network.ofClient("2001:db8:1:2::"))
                .isNotEqualTo(Network.ofClient("2001:db8:1:3::"));
    }
}
