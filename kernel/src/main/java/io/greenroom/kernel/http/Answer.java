package io.greenroom.kernel.http;

import io.greenroom.kernel.http.file.FileContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What goes back. Built by one thread, then sent. */
public final class Answer {
    private static final byte[] NOTHING = {};
    private static final Header JSON = new Header("Content-Type", "application/json;charset=UTF-8");

    private final int status;
    private final byte[] bytes;
    private final AnswerBody body;
    private final List<Header> headers = new ArrayList<>(12);

    private Answer(int status, byte[] bytes, AnswerBody body) {
        this.status = status;
        this.bytes = bytes;
        this.body = body;
    }

    private Answer(int status, byte[] bytes) {
        this(status, bytes, AnswerBody.Bytes.BYTES);
    }

    public static Answer nothing(int status) {
        return new Answer(status, NOTHING);
    }

    /** A JSON document, already written. The array is not copied and must not change any more. */
    public static Answer json(int status, byte[] bytes) {
        return new Answer(status, bytes).header(JSON);
    }

    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, text.getBytes(StandardCharsets.UTF_8)).header("Content-Type", contentType);
    }

    public static Answer bytes(int status, String contentType, byte[] bytes) {
        return new Answer(status, bytes).header("Content-Type", contentType);
    }

    /** Bytes without a content type, for callers that add their own. */
    public static Answer raw(int status, byte[] bytes) {
        return new Answer(status, bytes);
    }

    /** This answer, sent in a way that makes it not arrive. What is not in memory is not sent at all. */
    public Answer broken(AnswerBody.Broken how) {
        boolean whole = body instanceof AnswerBody.Bytes;
        Answer broken = new Answer(status, bytes, whole ? how : AnswerBody.Broken.RESET);
        headers.forEach(broken::header);
        return broken;
    }

    /**
     * A file on the disk. The server adds its entity tag and time of modification, and answers to conditions and ranges
     * of the request: with 206, 304, 412 or 416 where they demand it.
     */
    public static Answer file(String contentType, Path file) {
        return new Answer(200, NOTHING, new AnswerBody.File(FileContent.of(file))).header("Content-Type", contentType);
    }

    /** A file in memory, sent as {@link #file(String, Path)} is. The array is not copied and must not change. */
    public static Answer file(String contentType, byte[] bytes) {
        return new Answer(200, bytes, new AnswerBody.File(FileContent.of(bytes))).header("Content-Type", contentType);
    }

    /** A body of any length that is written while it is sent. */
    public static Answer stream(int status, String contentType, StreamedBody body) {
        return new Answer(status, NOTHING, new AnswerBody.Stream(body)).header("Content-Type", contentType);
    }

    /** The connection goes on as a WebSocket. Endpoints answer so by {@link WebSocketEndpoint#handle}. */
    static Answer webSocket(WebSocketUpgrade upgrade) {
        return new Answer(101, NOTHING, new AnswerBody.WebSocket(upgrade));
    }

    public static Answer redirect(String location) {
        return nothing(302).header("Location", location);
    }

    /**
     * Adds a header. {@code Content-Length}, {@code Connection} and {@code Date} are the server's, though a {@code
     * Date} that is given here is the one that is sent.
     */
    public Answer header(String name, String value) {
        return header(new Header(name, value));
    }

    /** Adds a header, as a rule one that many answers carry. */
    public Answer header(Header header) {
        headers.add(header);
        return this;
    }

    public int status() {
        return status;
    }

    /** The bytes that the answer holds in memory: its body, unless {@link #body} says otherwise. */
    public byte[] bytes() {
        return bytes;
    }

    /** How the body is sent. */
    public AnswerBody body() {
        return body;
    }

    public List<Header> headers() {
        return headers;
    }
}
