package io.greenroom.kernel.http;

/** Codes that say why a WebSocket was closed (RFC 6455 section 7.4). */
public final class CloseCode {
    /** Its purpose is fulfilled. */
    public static final int NORMAL = 1000;
    /** The server stops, or the client has been silent for too long. */
    public static final int GOING_AWAY = 1001;
    /** A frame breaks the protocol. */
    public static final int PROTOCOL_ERROR = 1002;
    /** The endpoint takes no messages of that kind. */
    public static final int UNSUPPORTED_DATA = 1003;
    /** Reported only, never sent: the client closed without a code. */
    public static final int NO_CODE = 1005;
    /** Reported only, never sent: the connection ended without a close frame. */
    public static final int CONNECTION_LOST = 1006;
    /** A text is not UTF-8. */
    public static final int INVALID_PAYLOAD = 1007;
    /** The client sends too much or reads too slowly. */
    public static final int POLICY_VIOLATION = 1008;
    /** A message is too large. */
    public static final int MESSAGE_TOO_BIG = 1009;
    /** The endpoint failed. */
    public static final int INTERNAL_ERROR = 1011;
    /** The server has no memory left for it at the moment. */
    public static final int TRY_AGAIN_LATER = 1013;

    private static final int FIRST_OF_APPLICATIONS = 3000;
    private static final int LAST = 4999;

    private CloseCode() {}

    /** Whether a close frame may carry that code. */
    public static boolean maySend(int code) {
        boolean registered =
                code >= NORMAL && code <= 1014 && code != 1004 && code != NO_CODE && code != CONNECTION_LOST;
        return registered || (code >= FIRST_OF_APPLICATIONS && code <= LAST);
    }
}
