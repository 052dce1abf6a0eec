package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.Answer;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is answered when a request is no proper HTTP, so that no handler ever sees it: in the API's shape, like
 * everything else.
 */
final class ProtocolFaults implements DirectHandler {

    /**
     * Answers in the place of Helidon, which then closes the connection. What Helidon calls an internal error is a
     * request that it cannot read: our own errors never reach it.
     */
    @Override
    public TransportResponse handle(
            @Nullable TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        Answer answer = refused(type == EventType.INTERNAL_ERROR ? 400 : status.code());
        return TransportResponse.builder()
                .status(Status.create(answer.status()))
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8")
                .keepAlive(false)
                .entity(answer.bytes())
                .build();
    }

    /** Our fault. */
    static Answer broken() {
        return body(500, 500, "An internal error occurred.");
    }

    /** The client's fault: what it asks for is no path. */
    static Answer unknownTarget() {
        return body(404, 2300, "This API endpoint is not recognized.");
    }

    /** The client's fault: what it sent is malformed, too large or in a version of the protocol that is not served. */
    static Answer refused(int status) {
        return switch (status) {
            case 412 -> body(412, 300, "The file is not as the request demands.");
            case 413 -> body(413, 300, "Request Body is too large.");
            case 414 -> body(414, 300, "The request line is too long.");
            case 416 -> body(416, 300, "The file has none of the requested ranges.");
            case 429 -> body(429, 429, "The account has too many open connections.");
            case 503 -> body(503, 503, "The service is temporarily unavailable.");
            case 505 -> body(505, 300, "Only HTTP/1.1 is served.");
            default -> body(400, 300, "The request is not well-formed.");
        };
    }

    private static Answer body(int status, int code, String message) {
        String json = "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
        return Answer.json(status, json.getBytes(StandardCharsets.UTF_8));
    }
}
