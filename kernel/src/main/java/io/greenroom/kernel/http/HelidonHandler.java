package io.greenroom.kernel.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries requests and answers between Helidon and our handler. */
final class HelidonHandler implements io.helidon.webserver.http.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(HelidonHandler.class);
    private static final Header NO_LENGTH = HeaderValues.CONTENT_LENGTH_ZERO;

    private final Handler handler;
    private final Map<Answer.Header, Header> constants = new ConcurrentHashMap<>();
    private final Map<String, HeaderName> names = new ConcurrentHashMap<>();

    HelidonHandler(Handler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        Answer answer = answer(new HelidonRequest(request));
        response.status(Status.create(answer.status()));
        for (Answer.Header header : answer.headers()) {
            response.header(header(header));
        }
        boolean head = request.prologue().method().text().equals("HEAD");
        if (answer.file().isPresent()) {
            send(answer.file().get(), head, response);
        } else if (head) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, answer.bytes().length));
            response.send();
        } else if (answer.bytes().length == 0) {
            response.header(NO_LENGTH);
            response.send();
        } else {
            response.send(answer.bytes());
        }
    }

    private Header header(Answer.Header header) {
        if (!header.constant()) {
            return HeaderValues.create(name(header.name()), header.value());
        }
        Header known = constants.get(header);
        return known != null
                ? known
                : constants.computeIfAbsent(
                        header, constant -> HeaderValues.createCached(name(constant.name()), constant.value()));
    }

    private HeaderName name(String name) {
        HeaderName known = names.get(name);
        return known != null ? known : names.computeIfAbsent(name, HeaderNames::create);
    }

    private Answer answer(Request request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException breach) {
            LOG.error(
                    "{} {}: the handler broke its promise to throw nothing",
                    request.method(),
                    request.rawPath(),
                    breach);
            return ProtocolFaults.broken();
        }
    }

    private static void send(Path file, boolean head, ServerResponse response) {
        try {
            response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, Files.size(file)));
            if (head) {
                response.send();
                return;
            }
            try (OutputStream out = response.outputStream()) {
                Files.copy(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
