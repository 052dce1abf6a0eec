package io.greenroom.kernel.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The body of a request as it comes in, counted or in chunks. It holds no more than what the socket has just given. A
 * client that sends it too slowly is cut off.
 */
final class Body extends InputStream {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_CHUNK_LINE = 256;
    private static final int MAX_TRAILERS = 32;

    /** Beyond the idle time a body must arrive at a kilobyte a second at least. */
    private static final long NANOS_PER_BYTE = Deadline.seconds(1) / 1024;

    private final DataReader reader;
    private final DataWriter writer;
    private final Deadline deadline;
    private final long idleNanos;
    private final boolean chunked;
    private boolean awaitsContinue;
    private boolean started;
    private boolean atEnd;
    private boolean lost;
    private boolean malformed;
    private long left;
    private long received;
    private long startedAt;

    Body(RequestHead head, DataReader reader, DataWriter writer, Deadline deadline, long idleNanos) {
        this.reader = reader;
        this.writer = writer;
        this.deadline = deadline;
        this.idleNanos = idleNanos;
        this.chunked = head.length() == RequestHead.CHUNKED;
        this.left = chunked ? 0 : head.length();
        this.atEnd = head.length() == 0;
        this.awaitsContinue = head.awaitsContinue() && !atEnd;
    }

    /** Whether the connection failed while the body was read. */
    boolean lost() {
        return lost;
    }

    /** Whether the client made a mistake that hides where the body ends. */
    boolean malformed() {
        return malformed;
    }

    /** Whether the rest may be short enough to read over, as far as one can know. */
    boolean skippable(long most) {
        boolean readable = !awaitsContinue && !malformed && !lost;
        return atEnd || (readable && left <= most);
    }

    /** Reads over at most that many bytes; true when the end is reached. */
    boolean readOver(long most) throws IOException {
        long before = received;
        byte[] waste = atEnd || awaitsContinue || malformed ? new byte[0] : new byte[8192];
        while (waste.length > 0 && !atEnd && received - before < most) {
            read(waste, 0, waste.length);
        }
        return atEnd;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (lost || malformed) {
            throw new IOException("The request body is not complete");
        }
        return atEnd ? -1 : receiveInTime(target, offset, wanted);
    }

    private int receiveInTime(byte[] target, int offset, int wanted) throws IOException {
        try {
            begin();
            boolean inTime = deadline.set(Math.min(Deadline.now(), startedAt + received * NANOS_PER_BYTE) + idleNanos);
            int count = receive(target, offset, wanted);
            if (inTime && deadline.lift()) {
                return count;
            }
        } catch (UncheckedIOException | CloseConnectionException | DataReader.InsufficientDataAvailableException e) {
            lost = true;
            throw new IOException("The client has gone", e);
        } catch (DataReader.IncorrectNewLineException e) {
            throw malformed("A line between chunks is malformed");
        }
        lost = true;
        throw new IOException("The client is too slow");
    }

    private void begin() {
        if (!started) {
            started = true;
            startedAt = Deadline.now();
        }
        if (awaitsContinue) {
            awaitsContinue = false;
            writer.writeNow(BufferData.create(CONTINUE));
        }
    }

    private int receive(byte[] target, int offset, int wanted) throws IOException {
        if (chunked && left == 0) {
            left = nextChunk();
            if (left == 0) {
                skipTrailers();
                atEnd = true;
                return -1;
            }
        }
        reader.ensureAvailable();
        int count = (int) Math.min(Math.min(wanted, left), reader.available());
        reader.readBuffer(count).read(target, offset, count);
        received += count;
        left -= count;
        atEnd = left == 0 && !chunked;
        return count;
    }

    private long nextChunk() throws IOException {
        if (received > 0 && !line(1).isEmpty()) {
            throw malformed("A chunk is longer than it says");
        }
        String line = line(MAX_CHUNK_LINE);
        int semicolon = line.indexOf(';');
        String hex = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        long length = 0;
        for (int i = 0; i < hex.length(); i++) {
            int digit = Character.digit(hex.charAt(i), 16);
            if (digit < 0 || i == 15) {
                throw malformed("A chunk size is not a number");
            }
            length = length * 16 + digit;
        }
        if (hex.isEmpty()) {
            throw malformed("A chunk size is missing");
        }
        return length;
    }

    private void skipTrailers() throws IOException {
        int lines = 0;
        while (!line(MAX_CHUNK_LINE * 4).isEmpty()) {
            lines++;
            if (lines == MAX_TRAILERS) {
                throw malformed("There are too many trailers");
            }
        }
    }

    private String line(int most) throws IOException {
        int end = reader.findNewLine(most);
        if (end == most) {
            throw malformed("A line between chunks is too long");
        }
        String line = reader.readAsciiString(end);
        reader.skip(2);
        return line;
    }

    private IOException malformed(String message) {
        malformed = true;
        return new IOException(message);
    }
}
