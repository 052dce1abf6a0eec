package io.greenroom.kernel.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The proxies whose forwarding headers count. A request that arrives from one of them comes from the last address in
 * its {@code X-Forwarded-For}, or else {@code Forwarded} (RFC 7239), that is no trusted proxy; what stands in front of
 * it may be forged. Headers of all other peers are ignored. Immutable.
 */
public final class TrustedProxies {
    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Proxies by their addresses and networks.
     *
     * @param texts such as {@code 10.0.0.7}, {@code 10.0.0.0/8} and {@code 2001:db8::/32}
     * @throws IllegalArgumentException when one is neither an address nor a network
     */
    public static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(texts.stream()
                .map(text -> Network.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(text + " is no address or network")))
                .toList());
    }

    /** Whether a text is an address or a network. */
    public static boolean isNetwork(String text) {
        return Network.parse(text).isPresent();
    }

    /** Whether a peer is one of these proxies, so that its connections are those of many clients. */
    public boolean trusts(InetAddress peer) {
        return networks.stream().anyMatch(network -> network.contains(peer));
    }

    /** A handler whose requests come from their clients instead of these proxies. */
    public Handler before(Handler handler) {
        return networks.isEmpty() ? handler : request -> handler.handle(behindProxy(request));
    }

    private Request behindProxy(Request request) {
        return Network.address(request.remoteAddress())
                .filter(this::trusts)
                .<Request>map(peer -> new ForwardedRequest(request, client(peer, request::headers)))
                .orElse(request);
    }

    /**
     * The address that a request comes from.
     *
     * @param peer of the connection
     * @param headers all values of the request's header of a name
     */
    public InetAddress client(InetAddress peer, Function<String, List<String>> headers) {
        InetAddress client = peer;
        for (String hop : hops(headers).reversed()) {
            Optional<InetAddress> before = trusts(client) ? Network.address(hop) : Optional.empty();
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    /** The addresses that proxies have added, the nearest last. Texts that are no addresses are kept. */
    private static List<String> hops(Function<String, List<String>> headers) {
        List<String> forwardedFor = headers.apply("X-Forwarded-For");
        return forwardedFor.isEmpty()
                ? elements(headers.apply("Forwarded"))
                        .map(TrustedProxies::sender)
                        .toList()
                : elements(forwardedFor).map(TrustedProxies::withoutPort).toList();
    }

    private static Stream<String> elements(List<String> values) {
        List<String> elements = new ArrayList<>();
        values.forEach(value -> elements.addAll(List.of(value.split(",", -1))));
        return elements.stream().map(String::strip);
    }

    /** The address of {@code for=} in an element of {@code Forwarded}; empty when there is none. */
    private static String sender(String element) {
        return Stream.of(element.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.regionMatches(true, 0, "for=", 0, 4))
                .map(pair -> withoutPort(pair.substring(4).replace("\"", "")))
                .findFirst()
                .orElse("");
    }

    /** The host of {@code 192.0.2.1:80} and {@code [2001:db8::1]:80}. */
    private static String withoutPort(String text) {
        int end = text.indexOf(']');
        if (text.startsWith("[") && end > 0) {
            return text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
