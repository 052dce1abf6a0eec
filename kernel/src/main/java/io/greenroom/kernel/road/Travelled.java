package io.greenroom.kernel.road;

import io.greenroom.kernel.auth.Attended;
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
public record Travelled(
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

    public Travelled {
        path = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
    }

    /** A request to the authorization server. */
    public static Travelled of(Attended attended, Instant at) {
        return new Travelled(
                attended.trackingId(),
                at,
                attended.request().method(),
                attended.request().rawPath(),
                attended.endpoint(),
                "",
                attended.status(),
                attended.failure().isEmpty() ? List.of() : List.of(attended.failure()),
                List.of(),
                attended.nanos());
    }

    /** What became of it, in a word or two. */
    public String verdict() {
        return failures.isEmpty() ? "ok" : String.join(", ", failures);
    }
}
