package io.greenroom.kernel.http;

/** The server's side of one open WebSocket. Threads may share it; no method waits for the client. */
public interface WebSocketSession {

    /**
     * Queues a text message. If the queue is full, because the client reads too slowly, the session is closed.
     *
     * @return whether it was queued; false once the session is closing
     */
    boolean send(String text);

    /** Queues a binary message, as {@link #send(String)} does. The array must not change afterwards. */
    boolean send(byte[] bytes);

    /**
     * Closes the session once the queued messages are sent; does nothing if it is closing already.
     *
     * @param code one of {@link CloseCode} or an application's, 3000 to 4999
     * @param reason at most 123 bytes in UTF-8
     * @throws IllegalArgumentException if the code may not be sent or the reason is too long
     */
    void close(int code, String reason);
}
