package io.greenroom.kernel.outbound;

import io.greenroom.kernel.http.Network;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides which addresses this server may connect to. It is asked about the address that the connection then uses, so a
 * name that resolves to another address later gains nothing. Threads may share it.
 */
public final class OutboundGuard {
    /** What this server lets itself call: the inboxes, which only store what they receive. */
    private static final Pattern INBOX = Pattern.compile("/_greenroom/inbox/[A-Za-z0-9_-]{1,64}");

    private static final int FIRST_FREE_PORT = 1024;
    private static final List<Integer> WEB_PORTS = List.of(80, 443);

    /** The only IPv6 addresses of the internet that are assigned. */
    private static final Network INTERNET_6 = network("2000::/3");

    /**
     * Addresses that are not of the internet, or that contain an IPv4 address that may not be: Teredo and other
     * assignments of IETF protocols, documentation, 6to4.
     */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(OutboundGuard::network)
            .toList();

    private final boolean publicOnly;
    private final List<Network> allowed;
    private final int ownPort;

    /**
     * A guard.
     *
     * @param publicOnly whether only addresses of the internet are allowed
     * @param allowed networks that are allowed as well
     * @param ownPort the port on which this server listens
     */
    public OutboundGuard(boolean publicOnly, List<Network> allowed, int ownPort) {
        this.publicOnly = publicOnly;
        this.allowed = List.copyOf(allowed);
        this.ownPort = ownPort;
    }

    private static Network network(String text) {
        return Network.parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no network"));
    }

    /** Why no connection to an address may be opened; empty if it may. */
    public Optional<String> refusal(Target target, InetAddress address) {
        if (target.port() == ownPort && isOwn(address)) {
            return INBOX.matcher(target.path()).matches()
                    ? Optional.empty()
                    : Optional.of("this server sends nothing to itself but to its inboxes");
        }
        if (!publicOnly || allowed.stream().anyMatch(network -> network.contains(address))) {
            return Optional.empty();
        }
        if (!isPublic(address)) {
            return Optional.of(address.getHostAddress() + " is not an address of the internet");
        }
        return target.port() < FIRST_FREE_PORT && !WEB_PORTS.contains(target.port())
                ? Optional.of("port " + target.port() + " is not one of the web")
                : Optional.empty();
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true; // Better a refused delivery than a request to the control API.
        }
    }

    /** An IPv4 address that is mapped to IPv6 arrives here as IPv4; NAT64 is outside of 2000::/3. */
    private static boolean isPublic(InetAddress address) {
        return (address.getAddress().length == 4 || INTERNET_6.contains(address))
                && SPECIAL.stream().noneMatch(network -> network.contains(address));
    }
}
