package io.greenroom.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a hostile connection does: what it sends at once, and what it sends again every second. */
enum HostileKind {
    /** Sends nothing. */
    IDLE("", ""),
    /** Sends a byte of a head a second. */
    SLOW_HEAD("GET /v2/users/me HTTP/1.1\r\nHost: a\r\nX: ", "x"),
    /** Sends as long a head as it may, but for its end. */
    LARGE_HEAD("GET /v2/users/me?" + "a=b&".repeat(2000) + " HTTP/1.1\r\nHost: a\r\n" + header(15_800), ""),
    /** Sends more and longer than it may. */
    TOO_LARGE_HEAD("GET /v2/users/me?" + "a=b&".repeat(4000) + " HTTP/1.1\r\nHost: a\r\n" + header(15_800), ""),
    /** Sends as many headers as it may, but for their end. */
    MANY_HEADERS("GET /v2/users/me HTTP/1.1\r\nHost: a\r\n" + "X-0001: vvvvv\r\n".repeat(98), ""),
    /** Sends first pieces of bodies, which are always taken, short of one byte. */
    SMALL_BODY(body(4_000), ""),
    /** Sends bodies short of one byte. */
    BODY_8(body(8 * 1024), ""),
    BODY_16(body(16 * 1024), ""),
    BODY_24(body(24 * 1024), ""),
    BODY_40(body(40 * 1024), ""),
    BODY_64(body(64 * 1024), ""),
    /** Asks for a large answer and does not read it. */
    SLOW_READER("GET /docs/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n", "");

    private final String first;
    private final String again;

    HostileKind(String first, String again) {
        this.first = first;
        this.again = again;
    }

    private static String header(int length) {
        return "X-0001: " + "v".repeat(length) + "\r\n";
    }

    private static String body(int length) {
        return "POST /oauth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length - 1);
    }

    static HostileKind named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    byte[] first() {
        return first.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] again() {
        return again.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether it does not read answers. */
    boolean isDeaf() {
        return this == SLOW_READER;
    }
}
