package io.greenroom.kernel.store.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and who uses it.
 *
 * @param url for JDBC, without user and password
 * @param user empty when the url or the system tells
 * @param password empty when there is none
 */
record Address(String url, String user, String password) {
    private static final String ESCAPED = "%[0-9a-fA-F]{2}";
    private static final String HOST = "(?:\\[[0-9a-fA-F:.]+]|[^\\s/?#@:,\\[\\]]+)(?::[0-9]+)?";
    private static final Pattern FORM = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://"
            + "(?:(?<user>(?:[^/:%]|" + ESCAPED + ")*)(?::(?<password>(?:[^/%]|" + ESCAPED + ")*))?@)?"
            + "(?<hosts>" + HOST + "(?:," + HOST + ")*)"
            + "(?<path>/[^/?#\\s]*)?(?<parameters>\\?[^#\\s]*)?");

    /**
     * Reads {@code postgresql://user:password@host:port/database?parameters}, with {@code jdbc:} in front or not; empty
     * when a text is no such address.
     */
    static Optional<Address> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String url = "jdbc:postgresql://" + form.group("hosts") + Objects.requireNonNullElse(form.group("path"), "/")
                + Objects.requireNonNullElse(form.group("parameters"), "");
        return suitsTheDriver(url)
                ? Optional.of(new Address(url, decoded(form.group("user")), decoded(form.group("password"))))
                : Optional.empty();
    }

    private static boolean suitsTheDriver(String url) {
        try {
            new PGSimpleDataSource().setUrl(url);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String decoded(@Nullable String text) {
        return text == null ? "" : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** How messages call it: without parameters, which may hold secrets. */
    @Override
    public String toString() {
        return url.substring("jdbc:".length()).split("\\?", 2)[0];
    }
}
