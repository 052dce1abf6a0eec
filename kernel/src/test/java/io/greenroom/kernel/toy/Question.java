package io.greenroom.kernel.toy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request, sent byte by byte as the test builds it, on a connection of its own. */
public final class Question {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String BOUNDARY = "a-boundary-of-the-toy";

    private final Toy toy;
    private final String method;
    private final List<String> headers = new ArrayList<>();
    private final ByteArrayOutputStream form = new ByteArrayOutputStream();
    private String target;
    private byte[] body = {};

    /** A request to a path below {@code /v2}, sent as it is written. */
    public Question(Toy toy, String method, String path) {
        this.toy = toy;
        this.method = method;
        this.target = "/v2" + path;
        headers.add("Host: 127.0.0.1:" + toy.port());
        headers.add("Connection: close");
    }

    /** Sets the whole path, also outside {@code /v2}. */
    public Question at(String pathAndQuery) {
        target = pathAndQuery;
        return this;
    }

    public Question header(String name, String value) {
        headers.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        headers.add(name + ": " + value);
        return this;
    }

    /** Sends this token and no other; an empty one sends none. */
    public Question token(String token) {
        headers.removeIf(line -> line.startsWith("Authorization:"));
        return token.isEmpty() ? this : header("Authorization", "Bearer " + token);
    }

    public Question json(String text) {
        return body("application/json", text);
    }

    /** Sends a body; an empty type is left out. */
    public Question body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public Question body(String contentType, byte[] bytes) {
        body = bytes;
        header("Content-Length", Integer.toString(bytes.length));
        return contentType.isEmpty() ? this : header("Content-Type", contentType);
    }

    /** Sends a body in chunks of one byte. */
    public Question chunked(String contentType, String text) {
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            chunks.append("1\r\n").append(text.charAt(i)).append("\r\n");
        }
        body = chunks.append("0\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        return header("Transfer-Encoding", "chunked").header("Content-Type", contentType);
    }

    /** Adds a text to a form. */
    public Question part(String name, String value) {
        return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file to a form. */
    public Question file(String name, byte[] content) {
        return part("form-data; name=\"" + name + "\"; filename=\"file.png\"", content);
    }

    private Question part(String disposition, byte[] content) {
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(form.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body("multipart/form-data; boundary=" + BOUNDARY, whole.toByteArray());
    }

    /** Sends it, and waits for the answer. */
    public Reply send() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), toy.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            return reply(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply reply(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(method + " " + target + " got no answer");
            }
            head.write(next);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        Map<String, String> answered = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            answered.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        int length = method.equals("HEAD") ? 0 : Integer.parseInt(answered.getOrDefault("content-length", "0"));
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Reply(Integer.parseInt(lines[0].substring(9, 12)), answered, text);
    }
}
