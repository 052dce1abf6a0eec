package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.Answer;
import java.nio.charset.StandardCharsets;

/**
 * What is answered when a request is no proper HTTP, so that no handler ever sees it: in the API's shape, like
 * everything else.
 */
final class ProtocolFaults {

    private ProtocolFaults() {}

    /** Our fault. */
    static Answer broken() {
        return body(500, 500, "An internal error occurred.");
    }

    /** The client's fault: what it asks for is no path. */
    static Answer unknownTarget() {
        return body(404, 2300, "This API endpoint is not recognized.");
    }

    /** The client's fault: what it sent is malformed or too large. */
    static Answer refused(int status) {
        return switch (status) {
            case 412 -> body(412, 300, "The file is not as the request demands.");
            case 413 -> body(413, 300, "Request Body is too large.");
            case 414 -> body(414, 300, "The request line is too long.");
            case 416 -> body(416, 300, "The file has none of the requested ranges.");
            case 429 -> body(429, 429, "The account has too many open connections.");
            case 503 -> body(503, 503, "The service is temporarily unavailable.");
            default -> body(400, 300, "The request is not well-formed.");
        };
    }

    private static Answer body(int status, int code, String message) {
        String json = "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
        return Answer.json(status, json.getBytes(StandardCharsets.UTF_8));
    }
}
