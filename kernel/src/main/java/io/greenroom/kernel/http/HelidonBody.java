package io.greenroom.kernel.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it comes in. A client that waits to be told to continue is told so when the body is first
 * read. Closing does nothing: what is not read is read over when the answer is sent, or the connection is closed.
 */
final class HelidonBody extends InputStream {
    private static final int PIECE_BYTES = 8 * 1024;

    private final ServerRequest request;
    private @Nullable InputStream in;
    private boolean atEnd;
    private boolean lost;
    private boolean malformed;

    HelidonBody(ServerRequest request) {
        this.request = request;
        this.atEnd = !request.content().hasEntity();
    }

    /** Whether the client went away, or became too slow, while the body was read. */
    boolean lost() {
        return lost;
    }

    /** Whether the client made a mistake that hides where the body ends. */
    boolean malformed() {
        return malformed;
    }

    /** Whether the rest, as far as one can know, is no longer than that and can be read over. */
    boolean isSkippable(long most) {
        if (atEnd) {
            return true;
        }
        boolean readable = !lost && !malformed && (in != null || request.continueSent());
        return readable
                && (!request.headers().contains(HeaderNames.CONTENT_LENGTH)
                        || request.headers().get(HeaderNames.CONTENT_LENGTH).getLong() <= most);
    }

    /** Reads over at most that many bytes; true when the end is reached. */
    boolean readOver(long most) {
        byte[] waste = new byte[atEnd ? 0 : PIECE_BYTES];
        try {
            long left = most;
            while (left > 0 && !atEnd) {
                left -= Math.max(1, read(waste, 0, waste.length));
            }
        } catch (IOException e) {
            return false;
        }
        return atEnd;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (lost || malformed) {
            throw new IOException("The request body is not complete");
        }
        return atEnd ? -1 : receive(target, offset, length);
    }

    private int receive(byte[] target, int offset, int length) throws IOException {
        try {
            if (in == null) {
                in = request.content().inputStream();
            }
            int count = in.read(target, offset, length);
            atEnd = count < 0;
            return count;
        } catch (CloseConnectionException | UncheckedIOException | DataReader.InsufficientDataAvailableException e) {
            lost = true;
            throw new IOException("The client has gone", e);
        } catch (RuntimeException e) {
            malformed = true;
            throw new IOException("The request body is malformed", e);
        }
    }
}
