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
 * The location and user of a database.
 *
 * @param url for JDBC, without user and password
 * @param user empty when the URL or the system provides it
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
     * Parses {@code postgresql://user:password@host:port/database?parameters}, optionally prefixed by {@code jdbc:};
     * empty for other texts.
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

    /** The address in messages: without parameters, which may hold secrets. */
    @Override
    public String toString() {
        return url.substring("jdbc:".length()).split("\\?", 2)[0];
    }
}
