package io.greenroom.kernel.http.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The body of a request as it comes in, read from the connection itself. A client that waits for 100 Continue receives
 * it when the body is first read. Closing does nothing: what is not read is read over when the answer
 * is sent, or the connection is closed.
 */
final class ArrivingBody extends InputStream {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE_BYTES = 8 * 1024;
    /** Of a chunk's size with its extensions, and of all lines after the last chunk. */
    private static final int LINE_BYTES = 512;

    private static final int TRAILER_BYTES = 8 * 1024;
    private static final int MOST_DIGITS = 15;

    private final Input input;
    private final Client client;
    private final boolean chunked;
    private boolean waited;
    /** Of the body, or of the chunk that is being read. */
    private long left;

    private boolean begun;
    private boolean atEnd;
    private boolean lost;
    private boolean malformed;

    /**
     * A body of which nothing has been read.
     *
     * @param waited whether the client waits for 100 Continue
     */
    ArrivingBody(Input input, Client client, Framing framing, boolean waited) {
        this.input = input;
        this.client = client;
        this.chunked = framing.chunked();
        this.left = framing.length();
        this.waited = waited;
        this.atEnd = !chunked && left == 0;
    }

    /** Whether the client went away, or became too slow, while the body was read. */
    boolean lost() {
        return lost;
    }

    /** Whether there is nothing to read any more, or never was. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Whether the client made a mistake that hides where the body ends. */
    boolean malformed() {
        return malformed;
    }

    /** Whether the rest, as far as one can know, is no longer than that and can be read over. */
    boolean isSkippable(long most) {
        return atEnd || (!lost && !malformed && !waited && (chunked || left <= most));
    }

    /** Reads over at most that many bytes; true when the end is reached. */
    boolean readOver(long most) {
        byte[] waste = new byte[atEnd ? 0 : PIECE_BYTES];
        try {
            long unread = most;
            while (unread > 0 && !atEnd) {
                unread -= Math.max(1, read(waste, 0, waste.length));
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
        try {
            return atEnd ? -1 : receive(target, offset, length);
        } catch (ProtocolFault e) {
            malformed = true;
            throw new IOException("The request body is malformed", e);
        } catch (IOException e) {
            lost = true;
            throw new IOException("The client has gone", e);
        }
    }

    private int receive(byte[] target, int offset, int length) throws IOException, ProtocolFault {
        if (waited) {
            waited = false;
            client.write(CONTINUE);
        }
        if (chunked && left == 0) {
            beginChunk();
        }
        if (atEnd) {
            return -1;
        }
        int count = input.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException();
        }
        left -= count;
        atEnd = !chunked && left == 0;
        return count;
    }

    /** Reads what stands between two chunks; behind the last one, what ends the body. */
    private void beginChunk() throws IOException, ProtocolFault {
        if (begun) {
            input.line(0);
        }
        begun = true;
        left = size(input.line(LINE_BYTES));
        if (left == 0) {
            int unread = TRAILER_BYTES;
            for (String trailer = input.line(unread); !trailer.isEmpty(); trailer = input.line(unread)) {
                unread = Math.max(0, unread - trailer.length() - 2);
            }
            atEnd = true;
        }
    }

    /** The size of a chunk; the extensions behind it are ignored (RFC 9112 section 7.1.1). */
    private static long size(String line) throws ProtocolFault {
        int semicolon = line.indexOf(';');
        String digits = semicolon < 0 ? line : line.substring(0, semicolon).stripTrailing();
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        if (!number) {
            throw new ProtocolFault(400);
        }
        return Long.parseLong(digits, 16);
    }
}
