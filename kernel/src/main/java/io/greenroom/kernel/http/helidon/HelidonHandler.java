package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.AnswerBody;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.WebSocketUpgrade;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpSecurity;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests and answers between Helidon and our handler. It takes the place of Helidon's routing, because
 * Helidon goes on reading requests after it has said that it closes the connection, and reads over bodies of any
 * length.
 */
final class HelidonHandler implements HttpRouting {
    /** How much of a body that the handler did not read is read over, so that the connection can be used again. */
    static final long MOST_READ_OVER = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HelidonHandler.class);

    private final Handler handler;
    private final HeaderRules rules = new HeaderRules();
    private final MemoryBudget budget = MemoryBudget.ofHeap();
    private final WebSockets webSockets = new WebSockets(budget);
    private final HttpSecurity security = HttpSecurity.create();

    HelidonHandler(Handler handler) {
        this.handler = handler;
    }

    @Override
    public HttpSecurity security() {
        return security;
    }

    @Override
    public void route(ConnectionContext context, RoutingRequest request, RoutingResponse response) {
        GuardedContext guarded = (GuardedContext) context;
        guarded.begin();
        response.headers().set(HeaderValues.CONNECTION_CLOSE); // Helidon leaves a body alone then.
        Optional<Framing> framing = rules.areKept(request.headers()) ? Framing.of(request.headers()) : Optional.empty();
        if (framing.isEmpty()) {
            refuse(guarded, request);
        } else {
            serve(guarded, request, body(guarded, request, framing.get()));
        }
        guarded.end();
    }

    private static ArrivingBody body(GuardedContext guarded, ServerRequest request, Framing framing) {
        boolean waited = request.headers().all(HeaderNames.EXPECT, List::of).stream()
                .anyMatch(expected -> expected.equalsIgnoreCase("100-continue"));
        return new ArrivingBody(guarded.dataReader(), guarded, framing, waited);
    }

    private static void refuse(GuardedContext guarded, ServerRequest request) {
        sendRefusal(guarded, ProtocolFaults.refused(400), HelidonRequest.isHead(request));
        guarded.linger();
        throw new CloseConnectionException("The request has no clear end");
    }

    private void serve(GuardedContext guarded, ServerRequest request, ArrivingBody body) {
        MemoryBudget.Lease lease = budget.lease();
        boolean keep;
        try {
            HelidonRequest asked = HelidonRequest.of(request, body, lease);
            boolean head = HelidonRequest.isHead(request);
            Answer answer = answer(asked, body);
            if (body.lost()) {
                throw new CloseConnectionException("The client has gone");
            }
            if (answer.body() instanceof AnswerBody.WebSocket(WebSocketUpgrade upgrade)) {
                answer = webSockets.serve(guarded, upgrade, body.isAtEnd() && !head);
            }
            int memory = AnswerSender.memory(answer);
            boolean affordable = memory == 0 || lease.take(memory);
            keep = affordable
                    && !guarded.isStopping()
                    && !wantsToClose(request.headers())
                    && body.isSkippable(MOST_READ_OVER);
            if (affordable) {
                send(guarded, asked, answer, head, keep);
            } else {
                sendRefusal(guarded, ProtocolFaults.refused(503), head);
            }
        } finally {
            lease.release();
        }
        boolean atEnd = body.isSkippable(MOST_READ_OVER) && body.readOver(MOST_READ_OVER);
        if (!atEnd) {
            guarded.linger();
        }
        if (!keep || !atEnd) {
            throw new CloseConnectionException("The connection is not to be used again");
        }
    }

    private static void send(GuardedContext guarded, Request request, Answer answer, boolean head, boolean keep) {
        AnswerSender sender = new AnswerSender(guarded, head, keep);
        try {
            sender.send(answer, request);
        } catch (IOException | RuntimeException | Error broken) {
            if (guarded.isCut()) {
                LOG.debug("{} {}: the client is gone", request.method(), request.rawPath(), broken);
            } else {
                LOG.error("{} {}: the answer cannot be sent", request.method(), request.rawPath(), broken);
                if (!sender.hasBegun()) {
                    sendRefusal(guarded, ProtocolFaults.broken(), head);
                }
            }
            throw new CloseConnectionException("The answer cannot be sent", broken);
        }
    }

    /** Sends an answer after which the connection is closed. */
    private static void sendRefusal(GuardedContext guarded, Answer answer, boolean head) {
        try {
            new AnswerSender(guarded, head, false).sendBytes(answer);
        } catch (UncheckedIOException e) {
            throw new CloseConnectionException("The answer cannot be sent", e);
        }
    }

    private Answer answer(HelidonRequest request, ArrivingBody body) {
        if (request.rawPath().isEmpty()) {
            return ProtocolFaults.unknownTarget();
        }
        try {
            return handler.handle(request);
        } catch (RuntimeException | Error broken) {
            if (body.malformed()) {
                return ProtocolFaults.refused(400);
            }
            if (!body.lost()) {
                LOG.error("{} {}: the handler broke its promise", request.method(), request.rawPath(), broken);
            }
            return ProtocolFaults.broken();
        }
    }

    private static boolean wantsToClose(ServerRequestHeaders headers) {
        return headers.contains(HeaderNames.CONNECTION)
                && String.join(",", headers.get(HeaderNames.CONNECTION).allValues())
                        .toLowerCase(Locale.ROOT)
                        .contains("close");
    }
}
