package io.greenroom.kernel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {
    private static final int OWN_PORT = 4733;

    private static boolean allows(boolean publicOnly, String allowed, String url) throws UnknownHostException {
        List<Network> networks = Network.parse(allowed).stream().toList();
        Target target = Target.parse(url).orElseThrow();
        return new OutboundGuard(publicOnly, networks, OWN_PORT)
                .refusal(target, InetAddress.getByName(target.name()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "2130706433",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::]",
                "[2001::1]",
                "[2001:db8::1]",
                "[fc00::1]",
                "[fe80::1]",
                "[ff02::1]"
            })
    void refusesWhatIsNotOfTheInternet(String host) throws UnknownHostException {
        assertThat(allows(true, "", "http://" + host + "/")).isFalse();
        assertThat(allows(false, "", "http://" + host + "/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8/hook",
                "http://172.32.0.1/",
                "https://[2606:4700::1111]:8443/x",
                "https://1.1.1.1:443/"
            })
    void allowsTheInternet(String url) throws UnknownHostException {
        assertThat(allows(true, "", url)).isTrue();
    }

    @Test
    void refusesPortsOfOtherProtocols() throws UnknownHostException {
        assertThat(allows(true, "", "http://8.8.8.8:25/")).isFalse();
        assertThat(allows(true, "", "http://8.8.8.8:22/")).isFalse();
    }

    @Test
    void allowsListedNetworks() throws UnknownHostException {
        assertThat(allows(true, "10.0.0.0/8", "http://10.1.2.3/")).isTrue();
        assertThat(allows(true, "10.0.0.0/8", "http://192.168.0.1/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_greenroom/accounts",
                "/v2/users",
                "/_greenroom/inbox/a/../../accounts",
                "/_greenroom/inbox/a?x",
                "/_greenroom/inbox/%2e%2e",
                "/_greenroom/inbox/"
            })
    void refusesThisServerInEveryProfile(String path) throws UnknownHostException {
        assertThat(allows(false, "127.0.0.0/8", "http://127.0.0.1:4733" + path)).isFalse();
        assertThat(allows(true, "127.0.0.0/8", "http://0.0.0.0:4733" + path)).isFalse();
        assertThat(allows(false, "", "http://127.0.0.1:4733/_greenroom/inbox/mine"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/",
                "http://user@example.org/",
                "http://example.org/#fragment",
                "http:///path",
                "//example.org/",
                "http://example.org:0/",
                "http://example.org:70000/",
                "http://ex ample.org/",
                "http://example.org/\r\nx: y",
                "http://exämple.org/"
            })
    void readsOnlyUsualUrls(String url) {
        assertThat(Target.parse(url)).isEmpty();
    }
}
