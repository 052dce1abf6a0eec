package io.greenroom.kernel.road.history;

import io.greenroom.kernel.oauth.CompletedOAuthRequest;
import java.time.Instant;
import java.util.List;

/**
 * A request that has come to its end.
 *
 * @param trackingId what the answer called it
 * @param at when it came
 * @param method in upper case
 * @param path as it was sent, without its query; of a very long one the beginning
 * @param operation the operationId, or the path of what the authorization server does; empty when no route was found
 * @param account whose token came with it, empty when none was good
 * @param status what was answered
 * @param failures the names of the failures that it was refused with, none when it was served
 * @param warnings what a strict caller would want to know
 * @param nanos how long it took
 */
public record CompletedRequest(
        String trackingId,
        Instant at,
        String method,
        String path,
        String operation,
        String account,
        int status,
        List<String> failures,
        List<String> warnings,
        long nanos) {
    private static final int LONGEST_PATH = 1024;

    public CompletedRequest {
        path = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
    }

    /** A request to the authorization server. */
    public static CompletedRequest of(CompletedOAuthRequest completed, Instant at) {
        return new CompletedRequest(
                completed.trackingId(),
                at,
                completed.request().method(),
                completed.request().rawPath(),
                completed.endpoint(),
                "",
                completed.status(),
                completed.failure().isEmpty() ? List.of() : List.of(completed.failure()),
                List.of(),
                completed.nanos());
    }

    /** What became of it, in a word or two. */
    public String verdict() {
        return failures.isEmpty() ? "ok" : String.join(", ", failures);
    }
}
