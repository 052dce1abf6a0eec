package io.greenroom.kernel.http;

/**
 * An accepted upgrade of a connection to a WebSocket.
 *
 * @param endpoint that accepted it
 * @param accept the value of the {@code Sec-WebSocket-Accept} header
 * @param account whose connections it counts among
 * @param listener of the session
 */
public record WebSocketUpgrade(WebSocketEndpoint endpoint, String accept, String account, WebSocketListener listener) {}
