package io.greenroom.testkit.raw;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A persistent connection. A response that takes longer than ten seconds counts as a hang. */
public final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    public RawConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setSoTimeout(PATIENCE_MILLIS);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a request and waits for its answer. */
    public RawAnswer ask(RawRequest request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            return hear(request.isHead());
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No answer to " + request, e);
        } catch (SocketException e) {
            return RawAnswer.CLOSED;
        }
    }

    private RawAnswer hear(boolean headOnly) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return RawAnswer.CLOSED;
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        RawAnswer answer = new RawAnswer(Integer.parseInt(text.substring(9, 12)), text, "");
        String length = answer.header("content-length");
        if (headOnly || length.isEmpty()) {
            return answer;
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        return new RawAnswer(answer.status(), text, new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
