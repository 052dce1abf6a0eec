package io.greenroom.kernel.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that requests are sent to. Immutable.
 *
 * @param tls whether the connection is encrypted
 * @param host its name or address; an IPv6 address has brackets
 * @param port from 1 to 65535
 * @param path with the query, as it is sent
 */
public record Target(boolean tls, String host, int port, String path) {
    private static final int LONGEST = 2048;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int LAST_PORT = 65_535;

    /** Reads an absolute URL of http or https; empty if it is none, has a user or a fragment, or is not ASCII. */
    public static Optional<Target> parse(String url) {
        if (url.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean tls = scheme.equals("https");
            int port = uri.getPort() < 0 ? tls ? HTTPS_PORT : HTTP_PORT : uri.getPort();
            boolean usable = (tls || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && port > 0
                    && port <= LAST_PORT
                    && url.equals(uri.toASCIIString());
            return usable ? Optional.of(new Target(tls, uri.getHost(), port, path(uri))) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** The value of the header Host. */
    String authority() {
        return port == (tls ? HTTPS_PORT : HTTP_PORT) ? host : host + ":" + port;
    }

    /** The host without brackets, as it is resolved. */
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether a connection to another target serves this one. */
    boolean sharesConnection(Target other) {
        return tls == other.tls && port == other.port && host.equalsIgnoreCase(other.host);
    }
}
