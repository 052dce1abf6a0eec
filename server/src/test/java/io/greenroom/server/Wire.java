package io.greenroom.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A persistent client connection that detects truncated answers. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** A connection, unless the server accepts none. */
    static Optional<Wire> open(int port) throws IOException {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
            return Optional.of(new Wire(socket));
        } catch (SocketException refused) {
            return Optional.empty();
        }
    }

    /** An answer that came whole. */
    record Answer(int status, boolean last) {}

    /** A connection that ended after part of an answer. */
    static final class Cut extends AssertionError {
        private static final long serialVersionUID = 1L;

        Cut(String part) {
            super("An answer was cut off: " + part);
        }
    }

    /** Sends some bytes; false if the server has closed the connection. */
    boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** The next answer; nothing when the connection ended without a byte of one. */
    Optional<Answer> answer() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            String head = head(read);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            int length = header(head, "content-length").map(Integer::parseInt).orElse(0);
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new Cut(head + new String(body, StandardCharsets.UTF_8));
            }
            boolean last = header(head, "connection").filter("close"::equals).isPresent();
            return Optional.of(new Answer(Integer.parseInt(head.substring(9, 12)), last));
        } catch (IOException gone) {
            if (read.size() > 0) {
                throw new Cut(read.toString(StandardCharsets.UTF_8));
            }
            return Optional.empty();
        }
    }

    private String head(ByteArrayOutputStream read) throws IOException {
        int end = 0;
        while (end < 4) {
            int next = in.read();
            if (next < 0) {
                if (read.size() > 0) {
                    throw new Cut(read.toString(StandardCharsets.UTF_8));
                }
                return "";
            }
            read.write(next);
            end = next == "\r\n\r\n".charAt(end) ? end + 1 : next == '\r' ? 1 : 0;
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).toLowerCase(Locale.ROOT))
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
