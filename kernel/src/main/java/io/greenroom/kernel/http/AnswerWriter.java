package io.greenroom.kernel.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.http.DateTime;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Writes answers to one connection: head and body in one write when the body is not large. */
final class AnswerWriter {
    private static final int USUAL_HEAD_BYTES = 768;
    private static final int LARGE_BODY_BYTES = 64 * 1024;
    private static final int FILE_PIECE_BYTES = 64 * 1024;
    private static final byte[] DATE = ascii("Date: ");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] LINE_END = ascii("\r\n");
    private static final AtomicReferenceArray<byte[]> STATUS_LINES = new AtomicReferenceArray<>(600);

    private final DataWriter writer;
    private final Deadline deadline;
    private final long idleNanos;

    AnswerWriter(DataWriter writer, Deadline deadline, long idleNanos) {
        this.writer = writer;
        this.deadline = deadline;
        this.idleNanos = idleNanos;
    }

    /** An answer breaks the rules of HTTP or its file cannot be read; nothing of it has been sent. */
    static final class Unsendable extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        Unsendable(String message) {
            super(message);
        }

        Unsendable(IOException cause) {
            super(cause);
        }
    }

    /**
     * Sends an answer.
     *
     * @param withoutBody whether the request was HEAD, which is told the length only
     */
    void write(Answer answer, boolean withoutBody, boolean keepAlive) throws IOException, Unsendable {
        if (answer.file().isPresent()) {
            writeFile(answer, answer.file().get(), withoutBody, keepAlive);
            return;
        }
        byte[] body = answer.bytes();
        boolean together = !withoutBody && body.length <= LARGE_BODY_BYTES;
        HeadBuffer out = new HeadBuffer(USUAL_HEAD_BYTES + (together ? body.length : 0));
        writeHead(out, answer, body.length, keepAlive);
        if (together && hasBody(answer)) {
            out.put(body);
        }
        send(out.bytes(), out.length());
        if (!withoutBody && !together) {
            send(body, body.length);
        }
    }

    private void writeFile(Answer answer, Path file, boolean withoutBody, boolean keepAlive)
            throws IOException, Unsendable {
        try (InputStream in = open(file)) {
            long left = Files.size(file);
            HeadBuffer out = new HeadBuffer(USUAL_HEAD_BYTES);
            writeHead(out, answer, left, keepAlive);
            send(out.bytes(), out.length());
            byte[] piece = new byte[FILE_PIECE_BYTES];
            while (left > 0 && !withoutBody) {
                int count = in.read(piece, 0, (int) Math.min(piece.length, left));
                if (count < 0) {
                    throw new IOException(file + " has shrunk while it was sent");
                }
                send(piece, count);
                left -= count;
            }
        }
    }

    private static InputStream open(Path file) throws Unsendable {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new Unsendable(e);
        }
    }

    private void send(byte[] bytes, int length) throws IOException {
        if (!deadline.set(Deadline.now() + idleNanos)) {
            throw new IOException("The client is too slow");
        }
        writer.write(BufferData.create(bytes, 0, length));
        if (!deadline.lift()) {
            throw new IOException("The client is too slow");
        }
    }

    private static void writeHead(HeadBuffer out, Answer answer, long length, boolean keepAlive) throws Unsendable {
        boolean typed = hasBody(answer);
        boolean dated = false;
        out.put(statusLine(answer.status()));
        for (Answer.Header header : answer.headers()) {
            if (typed || !header.name().equalsIgnoreCase("Content-Type")) {
                out.put(header);
            }
            dated |= header.name().equalsIgnoreCase("Date");
        }
        if (!dated) {
            out.put(DATE);
            out.put(DateTime.http1Bytes());
        }
        out.put(keepAlive ? KEEP_ALIVE : CLOSE);
        if (answer.status() != 304) {
            out.put(LENGTH);
            out.put(typed ? length : 0);
            out.put(LINE_END);
        }
        out.put(LINE_END);
    }

    /** Whether an answer of this status may have a body. */
    private static boolean hasBody(Answer answer) {
        return answer.status() != 204 && answer.status() != 304;
    }

    private static byte[] statusLine(int status) throws Unsendable {
        if (status < 200 || status > 599) {
            throw new Unsendable("No answer has the status " + status);
        }
        byte[] line = STATUS_LINES.get(status);
        if (line == null) {
            line = ascii("HTTP/1.1 " + status + " " + Status.create(status).reasonPhrase() + "\r\n");
            STATUS_LINES.set(status, line);
        }
        return line;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
