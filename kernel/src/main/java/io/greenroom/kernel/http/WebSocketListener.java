package io.greenroom.kernel.http;

/**
 * Receives what the client of one WebSocket sends. The session's thread calls it, one call after the other; while a
 * call lasts, nothing more is read from the client. An exception closes the session with {@link
 * CloseCode#INTERNAL_ERROR}.
 */
public interface WebSocketListener {

    /** The session is open; called once, before everything else. */
    default void opened(WebSocketSession session) {}

    /** A whole text message. */
    void text(WebSocketSession session, String message);

    /** A whole binary message; by default the session is closed, because the endpoint takes only text. */
    default void binary(WebSocketSession session, byte[] message) {
        session.close(CloseCode.UNSUPPORTED_DATA, "Only text messages are accepted");
    }

    /**
     * The session has ended; called once, after everything else.
     *
     * @param code the client's, or ours if we closed first; {@link CloseCode#CONNECTION_LOST} without a close frame
     */
    default void closed(WebSocketSession session, int code, String reason) {}
}
