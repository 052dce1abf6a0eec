package io.greenroom.kernel.http.websocket;

import java.io.Serial;

/** A reason to close the session that the client, or our own endpoint, has given. It has no stack trace. */
final class WebSocketFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    WebSocketFault(int code, String reason) {
        super(code + " " + reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
