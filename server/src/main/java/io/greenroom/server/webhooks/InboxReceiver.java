package io.greenroom.server.webhooks;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.AnswerBody;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.webhooks.Inbox;
import io.greenroom.kernel.webhooks.Signature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Receives the messages of inboxes. Senders need no control token, as those of a real receiver; only requests from this
 * machine are accepted. Threads may share it.
 */
public final class InboxReceiver {
    private static final Answer NOT_FOUND = Answer.nothing(404);
    private static final Answer TOO_LARGE = Answer.nothing(413);

    private final Installation installation;
    private final int maxBytes;

    /**
     * A receiver.
     *
     * @param maxBytes of a message
     */
    public InboxReceiver(Installation installation, int maxBytes) {
        this.installation = installation;
        this.maxBytes = maxBytes;
    }

    /** Receives a message for the inbox of a name. */
    public Answer receive(String name, Request request) {
        if (!request.fromLoopback()) {
            return NOT_FOUND;
        }
        try {
            byte[] body = request.hold(maxBytes) ? request.body().readNBytes(maxBytes + 1) : new byte[maxBytes + 1];
            return body.length > maxBytes ? TOO_LARGE : receive(name, request, body);
        } catch (IOException e) {
            return Answer.nothing(400);
        }
    }

    private Answer receive(String name, Request request, byte[] body) {
        Inbox inbox = installation.webhooks().inboxes().named(name);
        Optional<String> secret = inbox.signer(
                request.header("x-zm-signature").orElse(""),
                request.header("x-zm-request-timestamp").orElse(""),
                body);
        Optional<Doc> message = read(body);
        Optional<Answer> validation = secret.flatMap(known -> message.flatMap(event -> validation(event, known)));
        if (validation.isPresent()) {
            return validation.get();
        }
        Inbox.Behaviour how = inbox.receive(new Inbox.Message(
                0,
                installation.scope().clock().now(),
                message.map(event -> event.get("event"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .orElse(""),
                request.header("x-zm-request-id").orElse(""),
                secret.isPresent(),
                0,
                new String(body, StandardCharsets.UTF_8)));
        Inbox.delay(how.delay());
        Answer answer = Answer.nothing(how.status());
        return how.silent() ? answer.broken(AnswerBody.Broken.SILENT) : answer;
    }

    private static Optional<Doc> read(byte[] body) {
        try {
            return Optional.of(Json.readRequest(body));
        } catch (Json.Malformed e) {
            return Optional.empty();
        }
    }

    private static Optional<Answer> validation(Doc event, String secret) {
        return "endpoint.url_validation".equals(event.get("event"))
                        && event.get("payload") instanceof Doc payload
                        && payload.get("plainToken") instanceof String token
                        && token.matches("[A-Za-z0-9_-]{1,64}")
                ? Optional.of(Answer.json(
                        200,
                        ("{\"plainToken\":\"" + token + "\",\"encryptedToken\":\"" + Signature.encrypted(secret, token)
                                        + "\"}")
                                .getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
