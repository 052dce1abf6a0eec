package io.greenroom.kernel.http.websocket;

import io.greenroom.kernel.http.CloseCode;

/**
 * The head of a frame that a client sent (RFC 6455 section 5.2).
 *
 * @param last whether the frame ends its message
 * @param reserved the bits of extensions, of which none is negotiated
 * @param shortest whether the length takes no more bytes than it needs
 * @param mask of the payload, 0 when it is not masked
 */
record FrameHead(boolean last, int reserved, int opCode, boolean masked, boolean shortest, long length, int mask) {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** The longest payload of a control frame. */
    static final int CONTROL_BYTES = 125;

    boolean isControl() {
        return opCode >= CLOSE;
    }

    /** Refuses what no frame may have, whatever came before. */
    void check() throws WebSocketFault {
        boolean known = opCode <= BINARY || (opCode >= CLOSE && opCode <= PONG);
        require(known, "Unknown opcode");
        require(reserved == 0, "Reserved bits are set");
        require(masked, "Frames of clients must be masked");
        require(shortest && length >= 0, "The length is malformed");
        require(!isControl() || (last && length <= CONTROL_BYTES), "A control frame is fragmented or too long");
    }

    private static void require(boolean kept, String reason) throws WebSocketFault {
        if (!kept) {
            throw new WebSocketFault(CloseCode.PROTOCOL_ERROR, reason);
        }
    }
}
