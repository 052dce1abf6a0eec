package io.greenroom.kernel.http;

import java.nio.charset.StandardCharsets;

/**
 * A header of an answer, with the bytes that are sent for it; one that many answers carry is made once. Immutable;
 * threads may share it.
 */
public final class Header {
    private final String name;
    private final String value;
    private final byte[] line;

    /**
     * A header as it is sent.
     *
     * @throws IllegalArgumentException when the value holds a line's end, which would begin another header, or another
     * answer, or
     *     any other control character
     */
    public Header(String name, String value) {
        this.name = name;
        this.value = value;
        this.line = (name + ": " + checked(value) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String checked(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' && value.charAt(i) != '\t') {
                throw new IllegalArgumentException("A header's value holds a control character");
            }
        }
        return value;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** Whether it has that name, in whatever case. */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    /** The bytes of the whole line, its end included. */
    public int length() {
        return line.length;
    }

    /** Copies the line and its end to that place, and returns where it ends. */
    public int copyTo(byte[] target, int at) {
        System.arraycopy(line, 0, target, at, line.length);
        return at + line.length;
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
