package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.AnswerBody;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.WebSocketUpgrade;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the requests of one connection, one after the other, on the connection's thread. */
final class Conversation {
    /** How much of a body that the handler did not read is read over, so that the connection can be used again. */
    static final long MOST_READ_OVER = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Connection connection;
    private final Shared shared;
    private final Input input;
    private final HeadReader heads;

    /** What all connections share. */
    record Shared(Handler handler, MemoryBudget budget, WebSockets webSockets, HostRule hosts, Dates dates) {
        static Shared of(Handler handler) {
            MemoryBudget budget = MemoryBudget.ofHeap();
            return new Shared(handler, budget, new WebSockets(budget), new HostRule(), new Dates());
        }
    }

    Conversation(Connection connection, Shared shared) {
        this.connection = connection;
        this.shared = shared;
        this.input = new Input(connection);
        this.heads = new HeadReader(connection, input);
    }

    /** Serves requests until the connection is to be closed. */
    void run() throws IOException {
        try {
            boolean keep = true;
            while (keep) {
                keep = serveNext();
            }
        } finally {
            connection.lease().release();
        }
    }

    private boolean serveNext() throws IOException {
        try {
            Optional<RequestHead> head = heads.read();
            boolean keep = head.isPresent() && serve(head.get());
            input.release();
            return keep;
        } catch (ProtocolFault fault) {
            refuse(fault.status(), Terms.OF_UNREAD);
            return false;
        }
    }

    private boolean serve(RequestHead head) throws IOException {
        Optional<Framing> framing = shared.hosts().isKept(head) ? Framing.of(head) : Optional.empty();
        if (framing.isEmpty()) {
            refuse(400, Terms.last(head));
            return false;
        }
        boolean waits = !head.isOld() && head.has("Expect", "100-continue");
        ArrivingBody body = new ArrivingBody(input, connection, framing.get(), waits);
        boolean keep = exchange(head, body);
        connection.lease().release();
        boolean atEnd = body.isSkippable(MOST_READ_OVER) && body.readOver(MOST_READ_OVER);
        if (!atEnd) {
            connection.linger();
        }
        return keep && atEnd;
    }

    private boolean exchange(RequestHead head, ArrivingBody body) throws IOException {
        ArrivedRequest request = new ArrivedRequest(head, body, connection);
        Answer answer = answer(request, body);
        if (body.lost()) {
            throw new IOException("The client has gone");
        }
        if (answer.body() instanceof AnswerBody.WebSocket(WebSocketUpgrade upgrade)) {
            boolean bare = body.isAtEnd() && !head.isHead() && !head.isOld();
            Optional<Answer> refusal = shared.webSockets().serve(connection, input, upgrade, bare);
            if (refusal.isEmpty()) {
                return false;
            }
            answer = refusal.get();
        }
        if (answer.body() instanceof AnswerBody.Broken broken) {
            breakOff(head, answer, broken);
            return false;
        }
        int memory = AnswerSender.memory(answer);
        if (memory > 0 && !connection.take(memory)) {
            sendLast(ProtocolFaults.refused(503), Terms.last(head));
            return false;
        }
        boolean keep = !connection.isStopping() && mayKeep(head, answer) && body.isSkippable(MOST_READ_OVER);
        send(request, answer, new Terms(head.isOld(), head.isHead(), keep));
        return keep;
    }

    private void breakOff(RequestHead head, Answer answer, AnswerBody.Broken how) throws IOException {
        switch (how) {
            case SILENT -> connection.awaitEnd();
            case RESET -> connection.reset();
            case CUT -> {
                new AnswerSender(connection, Terms.last(head), shared.dates().line()).sendHalf(answer);
                connection.reset();
            }
        }
    }

    /** A client of HTTP/1.0 has to ask for another request, and sees the end of a stream by the connection's. */
    private static boolean mayKeep(RequestHead head, Answer answer) {
        return head.isOld()
                ? head.has("Connection", "keep-alive") && !(answer.body() instanceof AnswerBody.Stream)
                : !head.has("Connection", "close");
    }

    private void send(ArrivedRequest request, Answer answer, Terms terms) throws IOException {
        AnswerSender sender = new AnswerSender(connection, terms, shared.dates().line());
        try {
            sender.send(answer, request);
        } catch (IOException | RuntimeException | Error broken) {
            if (connection.isCut()) {
                LOG.debug("{} {}: the client is gone", request.method(), request.rawPath(), broken);
            } else {
                LOG.error("{} {}: the answer cannot be sent", request.method(), request.rawPath(), broken);
                if (!sender.hasBegun()) {
                    sendLast(ProtocolFaults.broken(), new Terms(terms.old(), terms.withoutBody(), false));
                }
            }
            throw new IOException("The answer cannot be sent", broken);
        }
    }

    private void refuse(int status, Terms terms) throws IOException {
        connection.lease().release();
        sendLast(ProtocolFaults.refused(status), terms);
        connection.linger();
    }

    /** Sends an answer after which the connection is closed. */
    private void sendLast(Answer answer, Terms terms) throws IOException {
        new AnswerSender(connection, terms, shared.dates().line()).sendBytes(answer);
    }

    private Answer answer(ArrivedRequest request, ArrivingBody body) {
        if (request.rawPath().isEmpty()) {
            return ProtocolFaults.unknownTarget();
        }
        try {
            return shared.handler().handle(request);
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
}
