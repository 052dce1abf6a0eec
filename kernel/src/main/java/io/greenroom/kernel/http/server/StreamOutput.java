package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.ClientGone;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer of unknown length in chunks of a buffer each, and the head before the first; an answer that fits into
 * the buffer is sent with its length instead. HTTP/1.0 clients receive the pieces as they are. Closing does nothing,
 * since only {@link #finish} may say that the body is complete. Used by one thread.
 */
final class StreamOutput extends OutputStream {
    /** The size of a chunk, always in eight hexadecimal digits, and a line's end. */
    private static final int SIZE_BYTES = 10;

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final Client client;
    private final Answer answer;
    private final Terms terms;
    private final byte[] date;
    /** Room for a chunk's size, the chunk, and a line's end. */
    private final byte[] buffer;

    private final int full;
    private int length = SIZE_BYTES;
    private boolean begun;
    private @Nullable IOException gone;

    StreamOutput(Client client, Answer answer, Terms terms, byte[] date, int bufferBytes) {
        this.client = client;
        this.answer = answer;
        this.terms = terms;
        this.date = date;
        this.buffer = new byte[bufferBytes];
        this.full = bufferBytes - LINE_END.length;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int count) throws IOException {
        requireClient();
        int at = offset;
        while (at < offset + count) {
            if (length == full) {
                flush();
            }
            int piece = Math.min(full - length, offset + count - at);
            System.arraycopy(source, at, buffer, length, piece);
            length += piece;
            at += piece;
        }
    }

    @Override
    public void flush() throws IOException {
        requireClient();
        if (!begun) {
            begun = true;
            sendHead(AnswerHead.UNKNOWN_LENGTH, NOTHING);
        }
        if (length > SIZE_BYTES) {
            sendPiece();
            length = SIZE_BYTES;
        }
    }

    private void sendPiece() throws ClientGone {
        if (terms.old()) {
            send(buffer, SIZE_BYTES, length - SIZE_BYTES);
            return;
        }
        String size = HexFormat.of().toHexDigits(length - SIZE_BYTES) + "\r\n";
        System.arraycopy(size.getBytes(StandardCharsets.US_ASCII), 0, buffer, 0, SIZE_BYTES);
        System.arraycopy(LINE_END, 0, buffer, length, LINE_END.length);
        send(buffer, 0, length + LINE_END.length);
    }

    /** Sends the rest of a complete body. */
    void finish() throws IOException {
        requireClient();
        if (!begun) {
            byte[] body = Arrays.copyOfRange(buffer, SIZE_BYTES, length);
            sendHead(body.length, body);
            return;
        }
        flush();
        if (!terms.old()) {
            send(LAST_CHUNK, 0, LAST_CHUNK.length);
        }
    }

    private void sendHead(long bodyLength, byte[] body) throws IOException {
        new AnswerHead(answer, terms, date, bodyLength).sendTo(this::send, body);
    }

    private void requireClient() throws ClientGone {
        if (gone != null) {
            throw new ClientGone(gone);
        }
    }

    private void send(byte[] bytes, int offset, int count) throws ClientGone {
        try {
            client.write(bytes, offset, count);
        } catch (IOException e) {
            gone = e;
            throw new ClientGone(e);
        }
    }
}
