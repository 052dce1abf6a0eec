package io.greenroom.kernel.http;

import java.nio.charset.StandardCharsets;

/** What is answered when a request is no proper HTTP, so that no handler ever sees it. */
final class ProtocolFaults {
    private ProtocolFaults() {}

    /** Our fault. */
    static Answer broken() {
        return body(500, 500, "An internal error occurred.");
    }

    /** The client's fault: what it sent is malformed, too large or in a version of the protocol that is not served. */
    static Answer refused(int status) {
        return switch (status) {
            case 413 -> body(413, 300, "Request Body is too large.");
            case 414 -> body(414, 300, "The request line is too long.");
            case 431 -> body(431, 300, "The request's headers are too large.");
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
