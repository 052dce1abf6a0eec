package io.greenroom.kernel.http.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of a request: its bytes, and where the lines begin. Headers become text when they are asked for. Immutable.
 */
final class RequestHead {
    private static final String HTTP_1_1 = "HTTP/1.1";
    private static final String HTTP_1_0 = "HTTP/1.0";
    private static final String MARKS = "!#$%&'*+-.^_`|~";
    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = 0; c < TOKEN.length; c++) {
            TOKEN[c] =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
        }
    }

    private final byte[] bytes;
    /** The request line, the headers, and the empty line. */
    private final int[] lines;

    private final String method;
    private final String target;
    private final boolean old;

    private RequestHead(byte[] bytes, int[] lines, String method, String target, boolean old) {
        this.bytes = bytes;
        this.lines = lines;
        this.method = method;
        this.target = target;
        this.old = old;
    }

    /**
     * Takes a head apart whose lines end with CR and LF and hold no control characters but tabs.
     *
     * @param lines where each line begins: the request line, the headers, and the empty line
     * @throws ProtocolFault when the request line or the name of a header is malformed
     */
    static RequestHead of(byte[] bytes, int[] lines) throws ProtocolFault {
        int end = lines[1] - 2;
        int afterMethod = tokenEnd(bytes, 0);
        int afterTarget = afterMethod + 1;
        while (afterTarget < end && bytes[afterTarget] != ' ' && bytes[afterTarget] != '\t') {
            afterTarget++;
        }
        boolean sound = afterMethod > 0 && bytes[afterMethod] == ' ' && afterTarget > afterMethod + 1;
        String version = sound && afterTarget < end ? ascii(bytes, afterTarget, end - afterTarget) : "";
        if (!version.equals(" " + HTTP_1_1) && !version.equals(" " + HTTP_1_0)) {
            throw new ProtocolFault(400);
        }
        for (int i = 1; i < lines.length - 1; i++) {
            int colon = tokenEnd(bytes, lines[i]);
            if (colon == lines[i] || bytes[colon] != ':') {
                throw new ProtocolFault(400);
            }
        }
        return new RequestHead(
                bytes,
                lines,
                method(bytes, afterMethod),
                ascii(bytes, afterMethod + 1, afterTarget - afterMethod - 1),
                version.endsWith("0"));
    }

    private static String method(byte[] bytes, int length) {
        return length == 3 && bytes[0] == 'G' && bytes[1] == 'E' && bytes[2] == 'T' ? "GET" : ascii(bytes, 0, length);
    }

    private static int tokenEnd(byte[] bytes, int start) {
        int end = start;
        while (bytes[end] >= 0 && TOKEN[bytes[end]]) {
            end++;
        }
        return end;
    }

    /** Whether a byte may not stand in a line of a head: a control character other than a tab. */
    static boolean isControl(byte b) {
        return (b >= 0 && b < ' ' && b != '\t') || b == 0x7f;
    }

    static String ascii(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.US_ASCII);
    }

    String method() {
        return method;
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    String target() {
        return target;
    }

    /** Whether the client speaks HTTP/1.0, and so knows no chunks. */
    boolean isOld() {
        return old;
    }

    /** The first value of a header, whatever its case. */
    Optional<String> first(String name) {
        for (int i = 1; i < lines.length - 1; i++) {
            if (is(name, i)) {
                return Optional.of(value(name, i));
            }
        }
        return Optional.empty();
    }

    /** All values of a header. */
    List<String> all(String name) {
        List<String> values = List.of();
        for (int i = 1; i < lines.length - 1; i++) {
            if (is(name, i)) {
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(value(name, i));
            }
        }
        return values;
    }

    /** Whether a header has an element, in a list of elements between commas. */
    boolean has(String name, String element) {
        for (String value : all(name)) {
            for (String part : value.split(",", -1)) {
                if (part.strip().equalsIgnoreCase(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean is(String name, int line) {
        int start = lines[line];
        int length = name.length();
        if (start + length >= bytes.length || bytes[start + length] != ':') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(bytes[start + i]) != lower(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    private String value(String name, int line) {
        int start = lines[line] + name.length() + 1;
        int end = lines[line + 1] - 2;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        return ascii(bytes, start, end - start);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
