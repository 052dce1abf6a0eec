package io.greenroom.kernel.http;

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
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests and answers between Helidon and our handler. It takes the place of Helidon's routing, because
 * Helidon goes on reading requests after it has said that it closes the connection, and reads over bodies of any
 * length.
 */
final class HelidonHandler implements HttpRouting {
    /** How much of a body that nobody wanted is read over, so that the connection can be used again. */
    static final long MOST_READ_OVER = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HelidonHandler.class);

    private final Handler handler;
    private final HeaderRules rules = new HeaderRules();
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
        HelidonBody body = new HelidonBody(request);
        boolean framed = rules.areKept(request.headers()) && isFramedClearly(request.headers());
        Answer answer = framed ? answer(request, body) : ProtocolFaults.refused(400);
        if (body.lost()) {
            throw new CloseConnectionException("The client has gone");
        }
        boolean keep =
                framed && !guarded.isStopping() && !wantsToClose(request.headers()) && body.isSkippable(MOST_READ_OVER);
        try {
            new AnswerSender(guarded, HelidonRequest.isHead(request), keep).send(answer);
        } catch (IOException | RuntimeException e) {
            LOG.debug(
                    "{} {} has no answer",
                    request.prologue().method(),
                    request.prologue().uriPath(),
                    e);
            throw new CloseConnectionException("The answer cannot be sent", e);
        }
        boolean atEnd = body.readOver(keep ? MOST_READ_OVER : 0);
        if (!atEnd) {
            guarded.linger();
        }
        if (!keep || !atEnd) {
            throw new CloseConnectionException("The connection is not to be used again");
        }
    }

    private Answer answer(ServerRequest request, HelidonBody body) {
        String path = HelidonRequest.path(request.prologue().uriPath().rawPath());
        if (path.isEmpty()) {
            return ProtocolFaults.unknownTarget();
        }
        try {
            return handler.handle(new HelidonRequest(request, body, path));
        } catch (RuntimeException | Error broken) {
            if (body.malformed()) {
                return ProtocolFaults.refused(400);
            }
            if (!body.lost()) {
                LOG.error(
                        "{} {}: the handler broke its promise",
                        request.prologue().method(),
                        path,
                        broken);
            }
            return ProtocolFaults.broken();
        }
    }

    /** Whether nobody between the client and us can have seen another end of the body than we do. */
    private static boolean isFramedClearly(ServerRequestHeaders headers) {
        boolean counted = headers.contains(HeaderNames.CONTENT_LENGTH);
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            return !counted && headers.contains(HeaderValues.TRANSFER_ENCODING_CHUNKED);
        }
        if (!counted) {
            return true;
        }
        List<String> lengths = headers.get(HeaderNames.CONTENT_LENGTH).allValues();
        return lengths.size() == 1 && lengths.getFirst().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean wantsToClose(ServerRequestHeaders headers) {
        return headers.contains(HeaderNames.CONNECTION)
                && String.join(",", headers.get(HeaderNames.CONNECTION).allValues())
                        .toLowerCase(Locale.ROOT)
                        .contains("close");
    }
}
