package io.greenroom.kernel.http.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The first lines of answers. */
final class StatusLine {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(204, "No Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(303, "See Other"),
            Map.entry(304, "Not Modified"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Range Not Satisfiable"),
            Map.entry(426, "Upgrade Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"));

    private static final byte[][] NEW_LINES = new byte[600][];
    private static final byte[][] OLD_LINES = new byte[600][];

    private StatusLine() {}

    /**
     * The line with its end. The array must not be changed.
     *
     * @param old whether the client speaks HTTP/1.0
     */
    static byte[] of(int status, boolean old) {
        byte[][] lines = old ? OLD_LINES : NEW_LINES;
        byte[] line = lines[status];
        if (line == null) {
            String text = (old ? "HTTP/1.0 " : "HTTP/1.1 ") + status + " " + REASONS.getOrDefault(status, "") + "\r\n";
            line = text.getBytes(StandardCharsets.US_ASCII);
            lines[status] = line;
        }
        return line;
    }
}
