package io.greenroom.server.config;

import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.http.TrustedProxies;
import io.greenroom.kernel.store.postgres.PostgresStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The type of a setting's value.
 *
 * @param placeholder stands for the value in the help
 * @param description completes the sentence "it must be ..."
 * @param secret whether the value is masked and may come from a file
 * @param accepts whether a text is valid
 */
record Kind(String placeholder, String description, boolean secret, Predicate<String> accepts) {
    static final Kind FLAG = choice("true", "false");

    private static final int GREATEST_PORT = 65535;
    /** Contains no character that a shell interprets, since a shell may read it from {@code greenroom env}. */
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "https?://([\\p{L}\\p{N}._~-]+|\\[[0-9A-Fa-f:.]+])(:(?<port>[0-9]+))?(/[\\p{L}\\p{N}._~%/+@:=,-]*)?");

    private static final Pattern MAIL_SERVER =
            Pattern.compile("smtps?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:(?<port>[0-9]+))?/?");

    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private static final Pattern HOST_NAME = Pattern.compile("[\\p{L}\\p{N}._-]+");

    static Kind text(String placeholder, String description) {
        return new Kind(placeholder, description, false, text -> true);
    }

    /** A secret of at least so many characters, or nothing. */
    static Kind secret(int length) {
        return new Kind(
                "SECRET",
                "a secret of at least " + length + " characters",
                true,
                text -> text.isEmpty() || text.length() >= length);
    }

    static Kind choice(String... words) {
        List<String> allowed = List.of(words);
        return new Kind(String.join("|", allowed), "one of " + String.join(", ", allowed), false, allowed::contains);
    }

    /** Any of these words, separated by commas. */
    static Kind words(String... words) {
        List<String> allowed = List.of(words);
        return new Kind(
                "WORDS", "out of " + String.join(", ", allowed) + ", separated by commas", false, text -> parts(text)
                        .allMatch(allowed::contains));
    }

    /** Host names without ports, separated by commas. */
    static Kind hosts() {
        return new Kind("HOSTS", "host names without ports, separated by commas", false, text -> parts(text)
                .allMatch(HOST_NAME.asMatchPredicate()));
    }

    /** The parts of a text that are separated by commas. */
    static Stream<String> parts(String text) {
        return Pattern.compile(",").splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty());
    }

    static Kind port() {
        return number(0, GREATEST_PORT);
    }

    static Kind number(long least, long greatest) {
        return new Kind(
                "NUMBER",
                "a whole number from " + least + " to " + greatest,
                false,
                text -> isNumber(text, least, greatest));
    }

    /** A whole number, or nothing. */
    static Kind anyNumberOrNothing() {
        return new Kind(
                "NUMBER",
                "a whole number",
                false,
                text -> text.isEmpty() || isNumber(text, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    static Kind numberOrNothing(long least, long greatest) {
        return new Kind(
                "NUMBER",
                "a whole number from " + least + " to " + greatest,
                false,
                text -> text.isEmpty() || isNumber(text, least, greatest));
    }

    static Kind host() {
        return new Kind("HOST", "a host name or address", false, text -> !text.isEmpty());
    }

    /** A folder, which need not exist, or nothing. */
    static Kind folder() {
        return new Kind("DIR", "a folder", false, Kind::isPath);
    }

    /** The address of a web server, or nothing. */
    static Kind webAddress() {
        return new Kind(
                "URL",
                "an address that begins with http:// or https:// and has no query",
                false,
                text -> text.isEmpty() || isWebAddress(text));
    }

    /** The address of a database, or nothing. It may hold a password. */
    static Kind database() {
        return new Kind(
                "URL",
                "an address like postgresql://user:password@host:5432/name",
                true,
                text -> text.isEmpty() || PostgresStore.isAddress(text));
    }

    /** The address of a mail server, or nothing. */
    static Kind mailServer() {
        return new Kind(
                "URL",
                "an address like smtp://host:587 or smtps://host:465",
                false,
                text -> text.isEmpty() || isMailServer(text));
    }

    /** An e-mail address, or nothing. */
    static Kind mailAddress() {
        return new Kind(
                "ADDRESS",
                "an e-mail address like greenroom@example.org",
                false,
                text -> text.isEmpty() || MAIL_ADDRESS.matcher(text).matches());
    }

    /** Addresses and networks, separated by commas, or nothing. */
    static Kind networks() {
        return new Kind(
                "NETWORKS",
                "addresses and networks like 10.0.0.0/8, separated by commas",
                false,
                text -> text.isEmpty()
                        || Pattern.compile(",")
                                .splitAsStream(text)
                                .map(String::strip)
                                .allMatch(TrustedProxies::isNetwork));
    }

    /** Redirect URIs of apps, separated by commas. */
    static Kind redirectUris() {
        return new Kind("URLS", "addresses without a fragment, separated by commas", false, text -> parts(text)
                .allMatch(Apps::mayRedirectTo));
    }

    private static boolean isWebAddress(String text) {
        Matcher address = WEB_ADDRESS.matcher(text);
        return address.matches()
                && (address.group("port") == null || isNumber(address.group("port"), 0, GREATEST_PORT));
    }

    private static boolean isMailServer(String text) {
        Matcher address = MAIL_SERVER.matcher(text);
        return address.matches()
                && (address.group("port") == null || isNumber(address.group("port"), 1, GREATEST_PORT))
                && hasHost(text);
    }

    private static boolean hasHost(String address) {
        try {
            return new URI(address).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPath(String text) {
        try {
            return Path.of(text).getNameCount() >= 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isNumber(String text, long least, long greatest) {
        if (!text.matches("-?[0-9]{1,18}")) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= least && number <= greatest;
    }
}
