package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.Answer;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers as HTTP/1.1: head and body in one write, except for large bodies, and files, which follow in pieces. It
 * takes the place of Helidon's responses, which sort and copy every header of every answer. Used by one thread.
 */
final class AnswerSender {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerSender.class);
    private static final byte[] NOTHING = {};
    private static final int PIECE_BYTES = 64 * 1024;

    /** Answers that are no larger are copied behind their head, and sent without asking the memory budget. */
    static final int SMALL_BYTES = 16 * 1024;

    private final DataWriter client;
    private final boolean withoutBody;
    private final boolean keepAlive;

    /**
     * Sends the answer of one request.
     *
     * @param withoutBody whether the request was HEAD, which is told the length only
     * @param keepAlive whether the connection will be used again
     */
    AnswerSender(DataWriter client, boolean withoutBody, boolean keepAlive) {
        this.client = client;
        this.withoutBody = withoutBody;
        this.keepAlive = keepAlive;
    }

    /** Sends an answer, or in its place that we failed, when its file cannot be read. */
    void send(Answer answer) throws IOException {
        if (answer.file().isPresent()) {
            sendFile(answer, answer.file().get());
        } else {
            sendBytes(answer, answer.bytes());
        }
    }

    private void sendBytes(Answer answer, byte[] bytes) {
        AnswerHead head = new AnswerHead(answer, keepAlive, bytes.length);
        if (withoutBody || !head.hasBody()) {
            client.writeNow(head.with(NOTHING));
        } else if (bytes.length <= SMALL_BYTES) {
            client.writeNow(head.with(bytes));
        } else {
            client.writeNow(head.with(NOTHING));
            client.writeNow(BufferData.createReadOnly(bytes, 0, bytes.length));
        }
    }

    private void sendFile(Answer answer, Path file) throws IOException {
        boolean begun = false;
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            AnswerHead head = new AnswerHead(answer, keepAlive, size);
            begun = true;
            client.writeNow(head.with(NOTHING));
            if (!withoutBody) {
                sendPieces(in, size);
            }
        } catch (IOException e) {
            if (begun) {
                throw e;
            }
            LOG.error("{} cannot be sent", file, e);
            send(ProtocolFaults.broken());
        }
    }

    /**
     * Sends as much as was promised, though the file may grow or shrink meanwhile: more would be taken for the next
     * answer.
     */
    private void sendPieces(InputStream in, long size) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        for (long left = size; left > 0; ) {
            int count = in.read(piece, 0, (int) Math.min(left, piece.length));
            if (count < 0) {
                throw new EOFException("The file has become shorter");
            }
            client.writeNow(BufferData.create(piece, 0, count));
            left -= count;
        }
    }
}
