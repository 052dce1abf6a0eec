package io.greenroom.kernel.http.websocket;

import io.greenroom.kernel.http.CloseCode;
import io.greenroom.kernel.http.Percent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A message that arrives in one or more frames. Its memory grows with the bytes that have arrived, not with the length
 * that was announced.
 */
final class Message {
    private static final int PIECE_BYTES = 8 * 1024;
    private static final int MOST_FRAGMENTS = 1000;

    private final Wire wire;
    private final boolean text;
    private byte[] bytes = {};
    private int length;
    private long taken;
    private int fragments;

    Message(Wire wire, boolean text) {
        this.wire = wire;
        this.text = text;
    }

    boolean isText() {
        return text;
    }

    /** Reads the payload of the frame whose head has just been read. */
    void read(FrameReader reader, FrameHead head, int most) throws IOException, WebSocketFault {
        fragments++;
        if (head.length() > most - length) {
            throw new WebSocketFault(CloseCode.MESSAGE_TOO_BIG, "The message is larger than " + most + " bytes");
        }
        if (fragments > MOST_FRAGMENTS) {
            throw new WebSocketFault(CloseCode.POLICY_VIOLATION, "The message has too many fragments");
        }
        for (int left = (int) head.length(); left > 0; ) {
            reserve(Math.min(left, PIECE_BYTES));
            int count = reader.payload(bytes, length, Math.min(left, bytes.length - length));
            length += count;
            left -= count;
        }
    }

    private void reserve(int more) throws WebSocketFault {
        if (bytes.length - length >= more) {
            return;
        }
        int larger = Math.max(length + more, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE / 2));
        if (!wire.take(larger - bytes.length)) {
            throw new WebSocketFault(CloseCode.TRY_AGAIN_LATER, "The server has no memory left");
        }
        taken += larger - bytes.length;
        bytes = Arrays.copyOf(bytes, larger);
    }

    String text() throws WebSocketFault {
        return Percent.utf8(ByteBuffer.wrap(bytes, 0, length))
                .orElseThrow(() -> new WebSocketFault(CloseCode.INVALID_PAYLOAD, "The text is not UTF-8"));
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Returns its memory. */
    void release() {
        wire.release(taken);
        taken = 0;
    }
}
