package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.ClientGone;
import io.helidon.common.buffers.BufferData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer of unknown length in chunks of a buffer each, and the head with the first; an answer that fits into
 * the buffer is sent with its length instead. Closing does nothing, since only {@link #finish} may say that the body is
 * complete. Used by one thread.
 */
final class ChunkedOutput extends OutputStream {
    /** The size of a chunk, always in eight hexadecimal digits, and a line's end. */
    private static final int SIZE_BYTES = 10;

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final Consumer<BufferData> client;
    private final Answer answer;
    private final boolean keepAlive;
    /** Room for a chunk's size, the chunk, and a line's end. */
    private final byte[] buffer;

    private final int full;
    private int length = SIZE_BYTES;
    private boolean begun;
    private @Nullable UncheckedIOException gone;

    ChunkedOutput(Consumer<BufferData> client, Answer answer, boolean keepAlive, int bufferBytes) {
        this.client = client;
        this.answer = answer;
        this.keepAlive = keepAlive;
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
            send(new AnswerHead(answer, keepAlive, AnswerHead.UNKNOWN_LENGTH).with(NOTHING));
        }
        if (length > SIZE_BYTES) {
            String size = HexFormat.of().toHexDigits(length - SIZE_BYTES) + "\r\n";
            System.arraycopy(size.getBytes(StandardCharsets.US_ASCII), 0, buffer, 0, SIZE_BYTES);
            System.arraycopy(LINE_END, 0, buffer, length, LINE_END.length);
            send(BufferData.create(buffer, 0, length + LINE_END.length));
            length = SIZE_BYTES;
        }
    }

    /** Sends the rest of a complete body. */
    void finish() throws IOException {
        requireClient();
        if (begun) {
            flush();
            send(BufferData.create(LAST_CHUNK));
        } else {
            byte[] body = Arrays.copyOfRange(buffer, SIZE_BYTES, length);
            send(new AnswerHead(answer, keepAlive, body.length).with(body));
        }
    }

    private void requireClient() throws ClientGone {
        if (gone != null) {
            throw new ClientGone(gone);
        }
    }

    private void send(BufferData data) throws ClientGone {
        try {
            client.accept(data);
        } catch (UncheckedIOException e) {
            gone = e;
            throw new ClientGone(e);
        }
    }
}
