package io.greenroom.kernel.store.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a database is and who uses it.
 *
 * @param url for JDBC, without user and password
 * @param user empty when the url or the system tells
 * @param password empty when there is none
 */
record Address(String url, String user, String password) {

    /** Reads {@code postgresql://user:password@host:port/database?parameters}, with {@code jdbc:} in front or not. */
    static Address of(String url) {
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        int start = plain.indexOf("://") + "://".length();
        if (start < "://".length() || !plain.startsWith("postgres")) {
            throw new IllegalArgumentException("A database is given as postgresql://user:password@host:port/name");
        }
        int slash = plain.indexOf('/', start);
        int at = plain.lastIndexOf('@', slash < 0 ? plain.length() : slash);
        String rest = "jdbc:postgresql://" + plain.substring(at < start ? start : at + 1);
        if (at < start) {
            return new Address(rest, "", "");
        }
        String[] names = plain.substring(start, at).split(":", 2);
        return new Address(rest, decoded(names[0]), names.length == 2 ? decoded(names[1]) : "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** How messages call it: without parameters, which may hold secrets. */
    @Override
    public String toString() {
        return url.substring("jdbc:".length()).split("\\?", 2)[0];
    }
}
