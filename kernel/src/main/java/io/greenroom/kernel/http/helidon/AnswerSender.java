package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.AnswerBody;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.StreamedBody;
import io.greenroom.kernel.http.file.ByteRange;
import io.greenroom.kernel.http.file.FileContent;
import io.greenroom.kernel.http.file.FileSelection;
import io.greenroom.kernel.http.file.OpenedFile;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Sends answers as HTTP/1.1: head and body in one write, except for large bodies, files and streams, which follow in
 * pieces. It takes the place of Helidon's responses, which sort and copy every header of every answer. Used by one
 * thread.
 */
final class AnswerSender {
    private static final byte[] NOTHING = {};

    /** The buffer for files and streams. */
    private static final int PIECE_BYTES = 64 * 1024;

    /** Answers that are no larger are copied behind their head, and sent without asking the memory budget. */
    private static final int SMALL_BYTES = 16 * 1024;

    private final DataWriter client;
    private final boolean withoutBody;
    private final boolean keepAlive;
    private boolean begun;

    /**
     * Sends the answer of one request.
     *
     * @param withoutBody whether the request was HEAD, which receives the head only
     * @param keepAlive whether the connection will be used again
     */
    AnswerSender(DataWriter client, boolean withoutBody, boolean keepAlive) {
        this.client = client;
        this.withoutBody = withoutBody;
        this.keepAlive = keepAlive;
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
            case AnswerBody.WebSocket upgrade -> throw new IllegalArgumentException("A WebSocket is no answer");
        }
    }

    /** Sends an answer that is all in memory. */
    void sendBytes(Answer answer) {
        byte[] bytes = answer.bytes();
        AnswerHead head = new AnswerHead(answer, keepAlive, bytes.length);
        if (withoutBody || !head.hasBody()) {
            write(head.with(NOTHING));
        } else if (bytes.length <= SMALL_BYTES) {
            write(head.with(bytes));
        } else {
            write(head.with(NOTHING));
            write(BufferData.createReadOnly(bytes, 0, bytes.length));
        }
    }

    private void write(BufferData data) {
        begun = true;
        client.writeNow(data);
    }

    private void sendFile(Answer answer, FileContent content, Request request) throws IOException {
        try (OpenedFile file = content.open()) {
            FileAnswer sent = FileAnswer.of(answer, file, select(file, request));
            if (sent.parts().isEmpty()) {
                sendBytes(sent.head());
                return;
            }
            write(new AnswerHead(sent.head(), keepAlive, sent.length()).with(NOTHING));
            if (!withoutBody) {
                byte[] piece = new byte[(int) Math.min(PIECE_BYTES, file.length())];
                for (FileAnswer.Part part : sent.parts()) {
                    writeText(part.before());
                    sendRange(file, part.range(), piece);
                }
                writeText(sent.end());
            }
        }
    }

    private void writeText(String text) {
        if (!text.isEmpty()) {
            write(BufferData.create(text.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private FileSelection select(OpenedFile file, Request request) {
        return request.method().equals("GET")
                ? FileSelection.of(file, request::headers, withoutBody)
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
            write(BufferData.create(piece, 0, count));
            at += count;
        }
    }

    private void sendStream(Answer answer, StreamedBody writer) throws IOException {
        if (withoutBody) {
            write(new AnswerHead(answer, keepAlive, AnswerHead.UNKNOWN_LENGTH).with(NOTHING));
            return;
        }
        ChunkedOutput out = new ChunkedOutput(this::write, answer, keepAlive, PIECE_BYTES);
        writer.writeTo(out);
        out.finish();
    }
}
