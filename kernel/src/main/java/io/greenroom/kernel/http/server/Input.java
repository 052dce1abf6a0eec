package io.greenroom.kernel.http.server;

import java.io.IOException;
import java.util.Arrays;

/**
 * What has arrived on a connection and was not used yet, in a buffer that begins small: a thousand clients that send
 * nothing take next to nothing. Each connection has {@link #OWN_BYTES} for itself; a longer head takes memory from the
 * budget. Used by the connection's thread.
 */
final class Input {
    /** What every connection may use without asking, which the limit on connections allows for. */
    static final int OWN_BYTES = 4 * 1024;

    private static final int FIRST_BYTES = 2 * 1024;

    private final Connection connection;
    private byte[] buffer = new byte[FIRST_BYTES];
    private int start;
    private int end;

    Input(Connection connection) {
        this.connection = connection;
    }

    /** The buffer, in which the bytes from {@link #start()} to {@link #end()} are unused. */
    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isEmpty() {
        return start == end;
    }

    /**
     * Takes a head out. What it took from the budget is held until {@link #release}.
     *
     * @throws ProtocolFault when there is no memory for both
     */
    byte[] take(int count) throws ProtocolFault {
        byte[] head = Arrays.copyOfRange(buffer, start, start + count);
        start += count;
        int unused = end - start;
        if (buffer.length > OWN_BYTES && unused <= OWN_BYTES) {
            byte[] small = new byte[Math.max(FIRST_BYTES, unused)];
            System.arraycopy(buffer, start, small, 0, unused);
            buffer = small;
            start = 0;
            end = unused;
        } else if (buffer.length > OWN_BYTES && !connection.take(count)) {
            throw new ProtocolFault(503);
        }
        return head;
    }

    /**
     * Waits for more bytes and puts them behind the unused ones, which may move to the front of another buffer.
     *
     * @return whether there are more; false when the client has closed its side
     * @throws ProtocolFault when there is no memory for a longer buffer
     */
    boolean fill() throws IOException, ProtocolFault {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == buffer.length) {
            makeSpace();
        }
        int count = connection.read(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count > 0;
    }

    private void makeSpace() throws ProtocolFault {
        int unused = end - start;
        if (unused > buffer.length / 2) {
            int length = 2 * buffer.length;
            if (length > OWN_BYTES && !connection.take(length - Math.max(buffer.length, OWN_BYTES))) {
                throw new ProtocolFault(503);
            }
            buffer = Arrays.copyOfRange(buffer, start, start + length);
        } else {
            System.arraycopy(buffer, start, buffer, 0, unused);
        }
        start = 0;
        end = unused;
    }

    /** Reads at least one byte, and waits for it. Returns -1 when the client has closed its side. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (isEmpty()) {
            return connection.read(target, offset, length);
        }
        int count = Math.min(length, end - start);
        System.arraycopy(buffer, start, target, offset, count);
        start += count;
        return count;
    }

    /**
     * The next line without its end, when it is no longer than that.
     *
     * @throws ProtocolFault when it is, holds a control character other than a tab, or does not end with CR and LF
     */
    String line(int most) throws IOException, ProtocolFault {
        int length = 0;
        while (true) {
            while (start + length == end) {
                if (!fill()) {
                    throw new IOException("The client has gone");
                }
            }
            byte next = buffer[start + length];
            if (next == '\r') {
                break;
            }
            if (RequestHead.isControl(next) || length == most) {
                throw new ProtocolFault(400);
            }
            length++;
        }
        if (start + length + 1 == end && !fill()) {
            throw new IOException("The client has gone");
        }
        if (buffer[start + length + 1] != '\n') {
            throw new ProtocolFault(400);
        }
        String line = RequestHead.ascii(buffer, start, length);
        start += length + 2;
        return line;
    }

    /**
     * Returns to the budget what the request took, once it is answered, but for the buffer.
     *
     * @throws ProtocolFault when there is no memory for the requests that have arrived behind it
     */
    void release() throws ProtocolFault {
        connection.lease().release();
        if (buffer.length > OWN_BYTES && !connection.take(buffer.length - OWN_BYTES)) {
            throw new ProtocolFault(503);
        }
    }
}
