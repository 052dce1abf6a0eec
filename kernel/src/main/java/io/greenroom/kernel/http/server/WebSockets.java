package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.WebSocketUpgrade;
import io.greenroom.kernel.http.websocket.OpenSessions;
import io.greenroom.kernel.http.websocket.WebSocketConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns connections into WebSockets, within the request that asks for it.
 */
final class WebSockets {
    private final MemoryBudget budget;
    private final OpenSessions sessions = new OpenSessions();

    WebSockets(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * Serves a WebSocket to its end.
     *
     * @param bare whether the request is a GET without a body, as it must be
     * @return the refusal; empty at the end of the WebSocket
     */
    Optional<Answer> serve(Connection connection, Input input, WebSocketUpgrade upgrade, boolean bare)
            throws IOException {
        if (!bare) {
            return Optional.of(ProtocolFaults.refused(400));
        }
        if (connection.isStopping()) {
            return Optional.of(ProtocolFaults.refused(503));
        }
        if (!sessions.add(upgrade)) {
            return Optional.of(ProtocolFaults.refused(429));
        }
        try {
            connection.write(head(upgrade).getBytes(StandardCharsets.US_ASCII));
            WebSocketConnection session =
                    new WebSocketConnection(new ConnectionWire(connection, input, budget), upgrade);
            connection.become(session);
            session.run();
        } finally {
            sessions.remove(upgrade);
        }
        return Optional.empty();
    }

    private static String head(WebSocketUpgrade upgrade) {
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + upgrade.accept() + "\r\n\r\n";
    }
}
