package io.greenroom.testkit.raw;

import java.util.Locale;

/**
 * A response as received.
 *
 * @param status its code; 0 if the connection was closed instead
 * @param head the status line and headers
 * @param body its text
 */
public record RawAnswer(int status, String head, String body) {
    static final RawAnswer CLOSED = new RawAnswer(0, "", "");

    /** The value of a header, empty if it is absent. */
    public String header(String name) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    /** Whether the server closes the connection after it. */
    public boolean isLast() {
        return status == 0 || header("connection").equalsIgnoreCase("close");
    }
}
