package io.greenroom.kernel.http;

import java.nio.charset.StandardCharsets;

/** What arrives is no request that we could pass on; the answer says why, in the API's shape. */
final class HeadFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private HeadFault(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static HeadFault malformed(String message) {
        return new HeadFault(400, 300, message);
    }

    static HeadFault lineTooLong() {
        return new HeadFault(414, 300, "The request line is too long.");
    }

    static HeadFault headersTooLarge() {
        return new HeadFault(431, 300, "The request headers are too large.");
    }

    static HeadFault unknownTarget() {
        return new HeadFault(404, 2300, "This API endpoint is not recognized.");
    }

    static HeadFault unknownVersion() {
        return new HeadFault(505, 300, "Only HTTP/1.1 is spoken here.");
    }

    Answer answer() {
        String json = "{\"code\":" + code + ",\"message\":\"" + getMessage() + "\"}";
        return Answer.json(status, json.getBytes(StandardCharsets.US_ASCII));
    }
}
