package io.greenroom.testkit.raw;

import java.util.Locale;

/**
 * An answer as it stands on the wire.
 *
 * @param status its code; 0 when the connection was closed instead
 * @param head the status line and headers
 * @param body its text
 */
public record RawAnswer(int status, String head, String body) {
    static final RawAnswer CLOSED = new RawAnswer(0, "", "");

    /** The value of a header, empty when it is not there. */
    public String header(String name) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    /** Whether nothing more comes over its connection. */
    public boolean isLast() {
        return status == 0 || header("connection").equalsIgnoreCase("close");
    }
}
