package io.greenroom.kernel.http;

import io.helidon.http.Headers;

/**
 * A request without its body, as it was read.
 *
 * @param length of the body; {@link #CHUNKED} when only its chunks tell
 * @param awaitsContinue whether the client sends the body only when told to
 */
record RequestHead(
        String method,
        String rawPath,
        String rawQuery,
        Headers headers,
        long length,
        boolean keepAlive,
        boolean awaitsContinue) {
    static final long CHUNKED = -1;

    boolean isHead() {
        return method.equals("HEAD");
    }
}
