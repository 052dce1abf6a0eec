package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Answer;
import java.util.List;

/** Step 12, respond: the headers that every answer carries (behaviour.md 0.2). */
final class Respond {
    private static final List<Answer.Header> ALWAYS = List.of(
            Answer.Header.constant("x-zm-zoneid", "VA2"),
            Answer.Header.constant("x-content-type-options", "nosniff"),
            Answer.Header.constant("cache-control", "no-cache, no-store, must-revalidate, no-transform"),
            Answer.Header.constant("pragma", "no-cache"),
            Answer.Header.constant("expires", "Thu, 01 Jan 1970 00:00:00 GMT"),
            Answer.Header.constant("vary", "Origin"));

    private Respond() {}

    static Answer dress(Answer answer, Exchange exchange) {
        exchange.headers.forEach(answer::header);
        if (!exchange.warnings().isEmpty()) {
            answer.header("X-Greenroom-Warning", String.join("; ", exchange.warnings()));
        }
        ALWAYS.forEach(answer::header);
        return answer.header("x-zm-trackingid", exchange.trackingId());
    }
}
