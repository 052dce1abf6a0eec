package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Answer;

/** Step 12, respond: the headers that every answer carries (behaviour.md 0.2). */
final class Respond {
    private Respond() {}

    static Answer dress(Answer answer, Exchange exchange) {
        exchange.headers.forEach(answer::header);
        if (!exchange.warnings().isEmpty()) {
            answer.header("X-Greenroom-Warning", String.join("; ", exchange.warnings()));
        }
        return answer.header("x-zm-trackingid", exchange.trackingId())
                .header("x-zm-zoneid", "VA2")
                .header("x-content-type-options", "nosniff")
                .header("cache-control", "no-cache, no-store, must-revalidate, no-transform")
                .header("pragma", "no-cache")
                .header("expires", "Thu, 01 Jan 1970 00:00:00 GMT")
                .header("vary", "Origin");
    }
}
