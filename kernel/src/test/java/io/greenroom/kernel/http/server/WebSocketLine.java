package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that sends frames as it likes. */
final class WebSocketLine implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int LAST = 0x80;

    private static final String SAMPLE_KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final int MASKED = 0x80;

    private final Line line;

    private WebSocketLine(Line line) {
        this.line = line;
    }

    /** A frame that the server sent: its first byte and its payload. */
    record Frame(int first, String payload) {
        static final Frame CLOSED = new Frame(-1, "");

        /** The code of a close frame. */
        int code() {
            assertThat(first).as(payload).isEqualTo(LAST | CLOSE);
            return payload.charAt(0) << 8 | payload.charAt(1);
        }
    }

    /** An upgrade request with more headers. */
    static String request(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                + "Sec-WebSocket-Key: " + SAMPLE_KEY + "\r\nSec-WebSocket-Version: 13\r\n"
                + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n") + "\r\n";
    }

    static WebSocketLine open(int port, String account) throws IOException {
        Line line = new Line(port);
        Line.Reply reply = line.say(request("/ws", "X-Account: " + account)).hearHead();
        assertThat(reply.status()).isEqualTo(101);
        return new WebSocketLine(line);
    }

    /** Sends bytes that need not be a frame. */
    WebSocketLine say(int... bytes) throws IOException {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return say(all);
    }

    WebSocketLine say(byte[] bytes) throws IOException {
        line.say(bytes);
        return this;
    }

    /** Sends a masked frame. */
    WebSocketLine frame(int first, String payload) throws IOException {
        return frame(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    WebSocketLine frame(int first, byte[] payload) throws IOException {
        byte[] mask = {0x12, 0x34, 0x56, 0x78};
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 0x10000) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % 4]));
        }
        byte[] all = new byte[frame.position()];
        frame.flip().get(all);
        return say(all);
    }

    WebSocketLine text(String text) throws IOException {
        return frame(LAST | TEXT, text);
    }

    /** The next frame; each character of its payload is a byte. */
    Frame hear() throws IOException {
        byte[] head = line.hearBytes(2);
        if (head.length < 2) {
            return Frame.CLOSED;
        }
        assertThat(head[1]).as("length, not masked").isNotNegative();
        int length =
                switch (head[1]) {
                    case 126 -> new String(line.hearBytes(2), StandardCharsets.UTF_16BE).charAt(0);
                    case 127 -> (int) ByteBuffer.wrap(line.hearBytes(8)).getLong();
                    default -> head[1];
                };
        return new Frame(head[0] & 0xff, new String(line.hearBytes(length), StandardCharsets.ISO_8859_1));
    }

    WebSocketLine sayNoMore() throws IOException {
        line.sayNoMore();
        return this;
    }

    /** Waits and returns whether the server closes the connection without sending anything. */
    boolean isClosed() throws IOException {
        return line.isClosed();
    }

    boolean hasAnswerWithin(int millis) throws IOException {
        return line.hasAnswerWithin(millis);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
