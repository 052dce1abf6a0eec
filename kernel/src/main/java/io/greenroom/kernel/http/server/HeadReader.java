package io.greenroom.kernel.http.server;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the heads of a connection's requests. While a head arrives only its bytes are kept, and each of its lines is
 * held to the limits at once (RFC 9112). Used by the connection's thread.
 */
final class HeadReader {
    /** A request line, and all headers together. */
    private static final int LINE_BYTES = 8 * 1024;

    private static final int HEADER_BYTES = 16 * 1024;
    private static final int HEADERS = 100;

    private final Connection connection;
    private final Input input;
    /** Where the lines of the head begin, counted from the input's start. */
    private final int[] lines = new int[HEADERS + 2];

    private int count;
    /** How many bytes of the head have been looked at. */
    private int seen;

    HeadReader(Connection connection, Input input) {
        this.connection = connection;
        this.input = input;
    }

    /**
     * Waits for the next head; empty when the client has closed its side instead.
     *
     * @throws ProtocolFault when it is malformed or too long
     */
    Optional<RequestHead> read() throws IOException, ProtocolFault {
        if (input.isEmpty()) {
            connection.quiet();
            if (!input.fill()) {
                return Optional.empty();
            }
        }
        connection.begin();
        count = 1;
        seen = 0;
        while (!isWhole()) {
            if (!input.fill()) {
                return Optional.empty();
            }
        }
        byte[] bytes = input.take(seen);
        connection.headArrived();
        return Optional.of(RequestHead.of(bytes, Arrays.copyOf(lines, count)));
    }

    /** Looks at what has arrived since the last time. */
    private boolean isWhole() throws ProtocolFault {
        byte[] buffer = input.buffer();
        int start = input.start();
        int available = input.end() - start;
        while (seen < available) {
            byte next = buffer[start + seen];
            if (next == '\r') {
                if (seen + 1 == available) {
                    return false;
                }
                if (buffer[start + seen + 1] != '\n') {
                    throw new ProtocolFault(400);
                }
                seen += 2;
                if (endsLine()) {
                    return true;
                }
            } else {
                if (RequestHead.isControl(next)) {
                    throw new ProtocolFault(400);
                }
                seen++;
                checkLength();
            }
        }
        return false;
    }

    /** Notes the line that ends where we are; true when it is the empty one that ends the head. */
    private boolean endsLine() throws ProtocolFault {
        if (count > 1 && seen - lines[count - 1] == 2) {
            return true;
        }
        if (count == lines.length) {
            throw new ProtocolFault(400);
        }
        lines[count++] = seen;
        return false;
    }

    private void checkLength() throws ProtocolFault {
        if (count == 1 && seen > LINE_BYTES) {
            throw new ProtocolFault(414);
        }
        if (count > 1 && seen - lines[1] > HEADER_BYTES) {
            throw new ProtocolFault(400);
        }
    }
}
