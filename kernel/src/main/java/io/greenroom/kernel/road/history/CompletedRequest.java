package io.greenroom.kernel.road.history;

import io.greenroom.kernel.doc.Texts;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * A completed request.
 *
 * @param trackingId sent with the response
 * @param at when it arrived
 * @param method in upper case
 * @param path as it was sent, without its query; truncated if very long
 * @param client the address that it came from
 * @param operation the operationId, or the path of an authorization server's endpoint; empty when no route was found
 * @param account of the token, empty without a valid token
 * @param status of the response
 * @param failures the names of the failures that it was refused with, none when it succeeded
 * @param warnings about the request that are not errors, such as unknown fields
 * @param body the JSON body, read-only; empty without one, and when it is longer than {@link #LONGEST_BODY} bytes
 * @param fault the name of the injected fault that struck it, empty if none did
 * @param nanos the duration
 */
public record CompletedRequest(
        String trackingId,
        Instant at,
        String method,
        String path,
        String client,
        String operation,
        String account,
        int status,
        List<String> failures,
        List<String> warnings,
        ByteBuffer body,
        String fault,
        long nanos) {
    /** The longest body that is kept, in bytes. */
    public static final int LONGEST_BODY = 4096;

    /** The body of a request without one. */
    public static final ByteBuffer NO_BODY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private static final int LONGEST_PATH = 1024;

    public CompletedRequest {
        path = Texts.abbreviate(path, LONGEST_PATH);
    }

    /** The same without its body. */
    CompletedRequest withoutBody() {
        return !body.hasRemaining()
                ? this
                : new CompletedRequest(
                        trackingId,
                        at,
                        method,
                        path,
                        client,
                        operation,
                        account,
                        status,
                        failures,
                        warnings,
                        NO_BODY,
                        fault,
                        nanos);
    }

    /** The outcome, in a word or two. */
    public String verdict() {
        return failures.isEmpty() ? "ok" : String.join(", ", failures);
    }
}
