package io.greenroom.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it stands on the wire.
 *
 * @param method as it is sent
 * @param target the path and query
 * @param headers whole lines, without those that frame the body
 * @param body what follows the headers
 * @param chunked whether the body comes in chunks rather than counted
 * @param malformed whether it is no proper HTTP, so that the server may hang up instead of reading on
 */
record RawRequest(String method, String target, List<String> headers, byte[] body, boolean chunked, boolean malformed) {
    private static final int CHUNK = 1000;

    /** Whether the answer has no body, whatever its length says. */
    boolean isHead() {
        return method.equals("HEAD");
    }

    /** What is written to the socket. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(header -> text(out, header + "\r\n"));
        if (chunked) {
            text(out, "Transfer-Encoding: chunked\r\n\r\n");
            for (int from = 0; from < body.length; from += CHUNK) {
                int length = Math.min(CHUNK, body.length - from);
                text(out, Integer.toHexString(length) + "\r\n");
                out.write(body, from, length);
                text(out, "\r\n");
            }
            text(out, "0\r\n\r\n");
        } else {
            text(out, body.length > 0 ? "Content-Length: " + body.length + "\r\n\r\n" : "\r\n");
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        String text = method + " " + target + " " + headers + " " + new String(body, StandardCharsets.UTF_8);
        return text.length() > 1500 ? text.substring(0, 1500) + "..." : text;
    }
}
