package io.greenroom.server.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The values that a setting takes.
 *
 * @param description completes the sentence "it must be ..."
 * @param secret whether its value is shown to nobody, and may come from a file
 * @param accepts whether a text is such a value
 */
record Kind(String description, boolean secret, Predicate<String> accepts) {
    static final Kind FLAG = choice("true", "false");

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");

    static Kind text(String description) {
        return new Kind(description, false, text -> true);
    }

    static Kind secret(String description) {
        return new Kind(description, true, text -> true);
    }

    static Kind choice(String... words) {
        List<String> allowed = List.of(words);
        return new Kind("one of " + String.join(", ", allowed), false, allowed::contains);
    }

    static Kind number(long least, long greatest) {
        return new Kind(
                "a whole number from " + least + " to " + greatest, false, text -> isNumber(text, least, greatest));
    }

    /** A whole number, or nothing. */
    static Kind anyNumberOrNothing() {
        return new Kind(
                "a whole number", false, text -> text.isEmpty() || isNumber(text, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** The address of a web server, or nothing. */
    static Kind webAddress() {
        return new Kind(
                "an address that begins with http:// or https:// and has no query",
                false,
                text -> text.isEmpty() || WEB_ADDRESS.matcher(text).matches());
    }

    /** The address of a database, or nothing. It may hold a password. */
    static Kind database() {
        return new Kind(
                "an address that begins with postgresql://",
                true,
                text -> text.isEmpty() || text.startsWith("postgresql://") || text.startsWith("postgres://"));
    }

    /** Addresses of web pages, separated by commas. */
    static Kind webAddresses() {
        return new Kind(
                "addresses that begin with http:// or https://, separated by commas",
                false,
                text -> text.isEmpty()
                        || Pattern.compile(",")
                                .splitAsStream(text)
                                .allMatch(address -> address.matches("https?://\\S+")));
    }

    private static boolean isNumber(String text, long least, long greatest) {
        if (!text.matches("-?[0-9]{1,18}")) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= least && number <= greatest;
    }
}
