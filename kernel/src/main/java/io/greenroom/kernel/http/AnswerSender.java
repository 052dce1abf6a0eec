package io.greenroom.kernel.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes responses of Helidon's from our answers. Threads share it. */
final class AnswerSender {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerSender.class);
    private static final int PIECE_BYTES = 64 * 1024;

    private final Map<Answer.Header, Header> constants = new ConcurrentHashMap<>();
    private final Map<String, HeaderName> names = new ConcurrentHashMap<>();

    /**
     * Sends an answer, or in its place that we failed, when it breaks the rules of HTTP or its file cannot be read.
     *
     * @param withoutBody whether the request was HEAD, which is told the length only
     */
    void send(Answer answer, boolean withoutBody, boolean keepAlive, ServerResponse response) throws IOException {
        if (!keepAlive) {
            response.headers().set(HeaderValues.CONNECTION_CLOSE);
        }
        try {
            dress(answer, response);
        } catch (IllegalArgumentException e) {
            LOG.error("The answer of status {} breaks the rules of HTTP", answer.status(), e);
            sendBroken(withoutBody, keepAlive, response);
            return;
        }
        if (answer.file().isPresent()) {
            sendFile(answer.file().get(), withoutBody, keepAlive, response);
        } else {
            sendBytes(hasBody(answer) ? answer.bytes() : new byte[0], withoutBody, response);
        }
    }

    private void sendBroken(boolean withoutBody, boolean keepAlive, ServerResponse response) throws IOException {
        response.headers().clear();
        send(ProtocolFaults.broken(), withoutBody, keepAlive, response);
    }

    private static void sendBytes(byte[] bytes, boolean withoutBody, ServerResponse response) {
        if (withoutBody && bytes.length > 0) {
            response.headers().contentLength(bytes.length);
            response.send();
        } else {
            response.send(bytes);
        }
    }

    private void sendFile(Path file, boolean withoutBody, boolean keepAlive, ServerResponse response)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            response.headers().contentLength(size);
            if (withoutBody || size == 0) {
                response.send();
                return;
            }
            try (OutputStream out = response.outputStream()) {
                byte[] piece = new byte[PIECE_BYTES];
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    out.write(piece, 0, count);
                }
            }
        } catch (IOException e) {
            if (response.headers().contains(HeaderNames.CONTENT_LENGTH)) {
                throw e;
            }
            LOG.error("{} cannot be sent", file, e);
            sendBroken(withoutBody, keepAlive, response);
        }
    }

    private void dress(Answer answer, ServerResponse response) {
        response.status(Status.create(answer.status()));
        boolean typed = hasBody(answer);
        ServerResponseHeaders headers = response.headers();
        for (Answer.Header header : answer.headers()) {
            Header sent = header(header);
            if (headers.contains(sent.headerName())) {
                headers.set(joined(headers.get(sent.headerName()), header.value()));
            } else if (typed || sent.headerName() != HeaderNames.CONTENT_TYPE) {
                headers.set(sent);
            }
        }
    }

    private static boolean hasBody(Answer answer) {
        return answer.status() != 204 && answer.status() != 304;
    }

    private static Header joined(Header before, String value) {
        List<String> values = new ArrayList<>(before.allValues());
        values.add(value);
        return HeaderValues.create(before.headerName(), values);
    }

    private Header header(Answer.Header header) {
        if (!header.constant()) {
            return HeaderValues.create(name(header.name()), checked(header.value()));
        }
        Header known = constants.get(header);
        return known != null
                ? known
                : constants.computeIfAbsent(
                        header,
                        constant -> HeaderValues.createCached(name(constant.name()), checked(constant.value())));
    }

    private HeaderName name(String name) {
        HeaderName known = names.get(name);
        return known != null ? known : names.computeIfAbsent(name, HeaderNames::create);
    }

    /** A line's end in a value would begin another header, or another answer. */
    private static String checked(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' && value.charAt(i) != '\t') {
                throw new IllegalArgumentException("A header's value holds a control character");
            }
        }
        return value;
    }
}
