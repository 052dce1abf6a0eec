package io.greenroom.testkit.raw;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as sent.
 *
 * @param method as it is sent
 * @param target the path and query
 * @param headers whole lines, without those that frame the body
 * @param body what follows the headers, one character for each byte
 * @param chunked whether the body is chunked rather than sent with a length
 * @param malformed whether it is invalid HTTP, so that the server may close the connection without reading on
 */
public record RawRequest(
        String method, String target, List<String> headers, String body, boolean chunked, boolean malformed) {
    private static final int CHUNK = 1000;

    /** Whether the response has no body, whatever its length header says. */
    public boolean isHead() {
        return method.equals("HEAD");
    }

    /** The bytes to send. */
    byte[] bytes() {
        byte[] sent = body.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(header -> text(out, header + "\r\n"));
        if (chunked) {
            text(out, "Transfer-Encoding: chunked\r\n\r\n");
            for (int from = 0; from < sent.length; from += CHUNK) {
                int length = Math.min(CHUNK, sent.length - from);
                text(out, Integer.toHexString(length) + "\r\n");
                out.write(sent, from, length);
                text(out, "\r\n");
            }
            text(out, "0\r\n\r\n");
        } else {
            text(out, sent.length > 0 ? "Content-Length: " + sent.length + "\r\n\r\n" : "\r\n");
            out.writeBytes(sent);
        }
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        String text = method + " " + target + " " + headers + " " + body;
        return text.length() > 1500 ? text.substring(0, 1500) + "..." : text;
    }
}
