package io.greenroom.kernel.http;

import java.time.Duration;

/**
 * The limits of an endpoint's sessions.
 *
 * @param messageBytes of one message, all its fragments together
 * @param messagesPerSecond that a client may send, pings included; unused ones of one second may follow in the next
 * @param idle how long a client may be silent; after half of it the server sends a ping
 * @param connectionsPerAccount open at the same time
 * @param queuedMessages that wait for a slow client
 * @param queuedBytes of the messages that wait
 */
public record WebSocketLimits(
        int messageBytes,
        int messagesPerSecond,
        Duration idle,
        int connectionsPerAccount,
        int queuedMessages,
        int queuedBytes) {

    /** Limits for an endpoint that exchanges small JSON messages. */
    public static WebSocketLimits standard() {
        return new WebSocketLimits(256 * 1024, 50, Duration.ofSeconds(60), 20, 1000, 4 * 1024 * 1024);
    }
}
