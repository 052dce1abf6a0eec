package io.greenroom.server;

import io.greenroom.server.config.Config;
import io.greenroom.server.config.Setting;

/** The server's address. */
final class Address {
    private Address() {}

    /** The address that a server with these settings will have, unless its port is chosen at random. */
    static String expected(Config config) {
        return of(config, (int) config.number(Setting.PORT));
    }

    /** The address of a server on a port, without a trailing slash. */
    static String of(Config config, int port) {
        return config.optional(Setting.PUBLIC_URL)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(() -> "http://" + reachable(config.text(Setting.HOST)) + ":" + port);
    }

    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }
}
