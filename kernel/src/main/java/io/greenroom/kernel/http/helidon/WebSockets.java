package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.WebSocketUpgrade;
import io.greenroom.kernel.http.websocket.OpenSessions;
import io.greenroom.kernel.http.websocket.WebSocketConnection;
import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Turns connections into WebSockets, within the request that asks for it. Helidon's own WebSockets are not used: they
 * limit frames only and not messages, repair texts that are not UTF-8, accept fragments in any order, let threads that
 * send at once mix up their frames, and never ping.
 */
final class WebSockets {
    private final MemoryBudget budget;
    private final OpenSessions sessions = new OpenSessions();

    WebSockets(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * Serves a WebSocket to its end. Returns only if there is to be none.
     *
     * @param bare whether the request is a GET without a body, as it must be
     * @return the refusal
     * @throws CloseConnectionException at the end of the WebSocket
     */
    Answer serve(GuardedContext guarded, WebSocketUpgrade upgrade, boolean bare) {
        if (!bare) {
            return ProtocolFaults.refused(400);
        }
        if (guarded.isStopping()) {
            return ProtocolFaults.refused(503);
        }
        if (!sessions.add(upgrade)) {
            return ProtocolFaults.refused(429);
        }
        try {
            guarded.writeNow(BufferData.create(head(upgrade).getBytes(StandardCharsets.US_ASCII)));
            WebSocketConnection connection = new WebSocketConnection(new GuardedWire(guarded, budget), upgrade);
            guarded.become(connection);
            connection.run();
        } catch (UncheckedIOException e) {
            throw new CloseConnectionException("The client has gone", e);
        } finally {
            sessions.remove(upgrade);
        }
        throw new CloseConnectionException("The WebSocket has ended");
    }

    private static String head(WebSocketUpgrade upgrade) {
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + upgrade.accept() + "\r\n\r\n";
    }
}
