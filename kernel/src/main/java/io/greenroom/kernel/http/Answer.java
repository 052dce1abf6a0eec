package io.greenroom.kernel.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes back. Built by one thread, then sent. */
public final class Answer {
    private static final byte[] NOTHING = {};
    private static final Header JSON = new Header("Content-Type", "application/json;charset=UTF-8");

    private final int status;
    private final byte[] bytes;
    private final Optional<Path> file;
    private final List<Header> headers = new ArrayList<>(12);

    private Answer(int status, byte[] bytes, Optional<Path> file) {
        this.status = status;
        this.bytes = bytes;
        this.file = file;
    }

    public static Answer nothing(int status) {
        return new Answer(status, NOTHING, Optional.empty());
    }

    /** A JSON document, already written. The array is not copied and must not change any more. */
    public static Answer json(int status, byte[] bytes) {
        return new Answer(status, bytes, Optional.empty()).header(JSON);
    }

    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, text.getBytes(StandardCharsets.UTF_8), Optional.empty())
                .header("Content-Type", contentType);
    }

    public static Answer bytes(int status, String contentType, byte[] bytes) {
        return new Answer(status, bytes, Optional.empty()).header("Content-Type", contentType);
    }

    /** A file, streamed with its length. */
    public static Answer file(String contentType, Path file) {
        return new Answer(200, NOTHING, Optional.of(file)).header("Content-Type", contentType);
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

    public byte[] bytes() {
        return bytes;
    }

    public Optional<Path> file() {
        return file;
    }

    public List<Header> headers() {
        return headers;
    }
}
