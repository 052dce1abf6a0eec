package io.greenroom.kernel.http.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames that a server sends: whole messages, not masked. */
final class Frames {
    private static final int LAST = 0x80;
    private static final int TWO_BYTES = 0xffff;

    private Frames() {}

    static byte[] of(int opCode, byte[] payload) {
        int length = payload.length;
        int lengthBytes = length < 126 ? 0 : length <= TWO_BYTES ? 2 : 8;
        ByteBuffer frame = ByteBuffer.allocate(2 + lengthBytes + length).put((byte) (LAST | opCode));
        switch (lengthBytes) {
            case 0 -> frame.put((byte) length);
            case 2 -> frame.put((byte) 126).putShort((short) length);
            default -> frame.put((byte) 127).putLong(length);
        }
        return frame.put(payload).array();
    }

    static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = ByteBuffer.allocate(2 + text.length)
                .putShort((short) code)
                .put(text)
                .array();
        return of(FrameHead.CLOSE, payload);
    }
}
