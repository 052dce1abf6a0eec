package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sends arbitrary bytes over a socket and parses answers by hand. */
final class Line implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    Line(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** A client with another address of this machine. */
    Line(int port, String from) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        this.socket.setSoTimeout(PATIENCE_MILLIS);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer; the status is 0 if the connection was closed instead. */
    record Reply(int status, String head, String body) {
        static final Reply CLOSED = new Reply(0, "", "");

        boolean has(String headerLine) {
            return head.contains("\r\n" + headerLine + "\r\n");
        }
    }

    Line say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Line say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Line sayNoMore() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The next answer; only its head for a HEAD request. */
    Reply hearHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return Reply.CLOSED;
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        return new Reply(Integer.parseInt(text.substring(9, 12)), text, "");
    }

    Reply hear() throws IOException {
        Reply reply = hearHead();
        int at = reply.head().indexOf("\r\nContent-Length: ");
        if (at < 0) {
            return reply;
        }
        int length =
                Integer.parseInt(reply.head().substring(at + 18, reply.head().indexOf('\r', at + 18)));
        return new Reply(reply.status(), reply.head(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    /** The next bytes; fewer when the server closes its side before. */
    byte[] hearBytes(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** The next chunk of a body; empty after the last one. */
    String hearChunk() throws IOException {
        int size = Integer.parseInt(hearLine(), 16);
        String chunk = new String(in.readNBytes(size), StandardCharsets.UTF_8);
        assertThat(hearLine()).isEmpty();
        return chunk;
    }

    private String hearLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("connection is open after %s", line).isNotNegative();
            line.append((char) next);
        }
        return line.substring(0, line.length() - 2);
    }

    /** Waits and returns whether the server closes its side without sending anything. */
    boolean isClosed() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Sends the same bytes repeatedly and reads for that long after each time. */
    boolean isClosedWhileSaying(String text, int millis) throws IOException {
        try {
            for (int spent = 0; spent < PATIENCE_MILLIS; spent += millis) {
                say(text);
                if (hasAnswerWithin(millis)) {
                    return isClosed();
                }
            }
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Whether the server sends something or closes within that time. What it sends can be read afterwards. */
    boolean hasAnswerWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        in.mark(1);
        try {
            in.read();
            in.reset();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
