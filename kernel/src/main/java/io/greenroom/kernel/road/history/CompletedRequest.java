package io.greenroom.kernel.road.history;

import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.oauth.CompletedOAuthRequest;
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
        long nanos) {
    private static final int LONGEST_PATH = 1024;

    public CompletedRequest {
        path = Texts.abbreviate(path, LONGEST_PATH);
    }

    /** A request to the authorization server. */
    public static CompletedRequest of(CompletedOAuthRequest completed, Instant at) {
        return new CompletedRequest(
                completed.trackingId(),
                at,
                completed.request().method(),
                completed.request().rawPath(),
                completed.request().remoteAddress(),
                completed.endpoint(),
                "",
                completed.status(),
                completed.failure().isEmpty() ? List.of() : List.of(completed.failure()),
                List.of(),
                completed.nanos());
    }

    /** The outcome, in a word or two. */
    public String verdict() {
        return failures.isEmpty() ? "ok" : String.join(", ", failures);
    }
}
