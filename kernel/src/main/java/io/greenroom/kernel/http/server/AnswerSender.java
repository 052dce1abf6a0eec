package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.AnswerBody;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.StreamedBody;
import io.greenroom.kernel.http.file.ByteRange;
import io.greenroom.kernel.http.file.FileContent;
import io.greenroom.kernel.http.file.FileSelection;
import io.greenroom.kernel.http.file.OpenedFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Sends answers as HTTP/1.1 or 1.0: head and body in one write, except for large bodies, files and streams, which
 * follow in pieces. Used by one thread.
 */
final class AnswerSender {
    private static final byte[] NOTHING = {};

    /** The buffer for files and streams. */
    private static final int PIECE_BYTES = 64 * 1024;

    /** Answers that are no larger are copied behind their head, and sent without asking the memory budget. */
    private static final int SMALL_BYTES = 16 * 1024;

    private final Client client;
    private final Terms terms;
    private final byte[] date;
    private boolean begun;

    /**
     * Sends the answer of one request.
     *
     * @param date the header line with the date
     */
    AnswerSender(Client client, Terms terms, byte[] date) {
        this.client = client;
        this.terms = terms;
        this.date = date;
    }

    /** The memory that sending the answer takes, as far as it counts. */
    static int memory(Answer answer) {
        int length = answer.bytes().length;
        return answer.body() instanceof AnswerBody.Bytes ? (length <= SMALL_BYTES ? 0 : length) : length + PIECE_BYTES;
    }

    /** Whether the client has, or could have, received a part of the answer. */
    boolean hasBegun() {
        return begun;
    }

    /** Sends an answer to that request. */
    void send(Answer answer, Request request) throws IOException {
        switch (answer.body()) {
            case AnswerBody.Bytes bytes -> sendBytes(answer);
            case AnswerBody.File(FileContent content) -> sendFile(answer, content, request);
            case AnswerBody.Stream(StreamedBody writer) -> sendStream(answer, writer);
            case AnswerBody.Broken broken -> throw new IllegalArgumentException("A broken answer is cut");
            case AnswerBody.WebSocket upgrade -> throw new IllegalArgumentException("A WebSocket is no answer");
        }
    }

    /** Sends an answer that is all in memory. */
    void sendBytes(Answer answer) throws IOException {
        byte[] bytes = answer.bytes();
        AnswerHead head = head(answer, bytes.length);
        boolean whole = !terms.withoutBody() && head.hasBody();
        if (whole && bytes.length > SMALL_BYTES) {
            head.sendTo(this::write, NOTHING);
            write(bytes, 0, bytes.length);
        } else {
            head.sendTo(this::write, whole ? bytes : NOTHING);
        }
    }

    /** Sends the head of an answer and the first half of its body. */
    void sendHalf(Answer answer) throws IOException {
        byte[] bytes = answer.bytes();
        head(answer, bytes.length).sendTo(this::write, NOTHING);
        write(bytes, 0, bytes.length / 2);
    }

    private AnswerHead head(Answer answer, long bodyLength) {
        return new AnswerHead(answer, terms, date, bodyLength);
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        begun = true;
        client.write(bytes, offset, length);
    }

    private void sendFile(Answer answer, FileContent content, Request request) throws IOException {
        try (OpenedFile file = content.open()) {
            FileAnswer sent = FileAnswer.of(answer, file, select(file, request));
            if (sent.parts().isEmpty()) {
                sendBytes(sent.head());
                return;
            }
            head(sent.head(), sent.length()).sendTo(this::write, NOTHING);
            if (!terms.withoutBody()) {
                byte[] piece = new byte[(int) Math.min(PIECE_BYTES, file.length())];
                for (FileAnswer.Part part : sent.parts()) {
                    writeText(part.before());
                    sendRange(file, part.range(), piece);
                }
                writeText(sent.end());
            }
        }
    }

    private void writeText(String text) throws IOException {
        if (!text.isEmpty()) {
            write(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
        }
    }

    private FileSelection select(OpenedFile file, Request request) {
        return request.method().equals("GET")
                ? FileSelection.of(file, request::headers, terms.withoutBody())
                : FileSelection.WHOLE;
    }

    /**
     * Sends as much as was promised, though the file may grow or shrink meanwhile: more would be taken for the next
     * answer.
     */
    private void sendRange(OpenedFile file, ByteRange range, byte[] piece) throws IOException {
        for (long at = range.first(); at <= range.last(); ) {
            int count = file.read(at, piece, (int) Math.min(range.last() - at + 1, piece.length));
            if (count < 0) {
                throw new EOFException("The file has become shorter");
            }
            write(piece, 0, count);
            at += count;
        }
    }

    private void sendStream(Answer answer, StreamedBody writer) throws IOException {
        if (terms.withoutBody()) {
            head(answer, AnswerHead.UNKNOWN_LENGTH).sendTo(this::write, NOTHING);
            return;
        }
        StreamOutput out = new StreamOutput(this::write, answer, terms, date, PIECE_BYTES);
        writer.writeTo(out);
        out.finish();
    }
}
