package io.greenroom.kernel.http.websocket;

import io.greenroom.kernel.http.CloseCode;
import io.greenroom.kernel.http.Percent;
import java.nio.ByteBuffer;

/**
 * Why a session ends.
 *
 * @param code one of {@link CloseCode}, or an application's
 */
record Closing(int code, String reason) {
    static final Closing LOST = new Closing(CloseCode.CONNECTION_LOST, "");
    private static final Closing WITHOUT_CODE = new Closing(CloseCode.NO_CODE, "");

    /** Reads the payload of a client's close frame. */
    static Closing read(byte[] payload) throws WebSocketFault {
        if (payload.length == 0) {
            return WITHOUT_CODE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        int code = payload.length < 2 ? 0 : bytes.getShort() & 0xffff;
        if (!CloseCode.maySend(code)) {
            throw new WebSocketFault(CloseCode.PROTOCOL_ERROR, "The close code is invalid");
        }
        String reason = Percent.utf8(bytes)
                .orElseThrow(() -> new WebSocketFault(CloseCode.INVALID_PAYLOAD, "The reason is not UTF-8"));
        return new Closing(code, reason);
    }

    /** The close frame that says so. */
    byte[] frame() {
        return code == CloseCode.NO_CODE ? Frames.of(FrameHead.CLOSE, new byte[0]) : Frames.close(code, reason);
    }

    /** The close frame that answers it, with the same code and no reason. */
    Closing echo() {
        return new Closing(code, "");
    }
}
