package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Header;
import java.util.List;

/** Step 17, respond: adds the headers of every response. */
final class Respond {
    private static final List<Header> ALWAYS = List.of(
            new Header("x-zm-zoneid", "VA2"),
            new Header("x-content-type-options", "nosniff"),
            new Header("cache-control", "no-cache, no-store, must-revalidate, no-transform"),
            new Header("pragma", "no-cache"),
            new Header("expires", "Thu, 01 Jan 1970 00:00:00 GMT"),
            new Header("vary", "Origin"));

    private Respond() {}

    static Answer dress(Answer answer, Exchange exchange) {
        exchange.headers.values().forEach(answer::header);
        if (!exchange.warnings().isEmpty()) {
            answer.header("X-Greenroom-Warning", String.join("; ", exchange.warnings()));
        }
        ALWAYS.forEach(answer::header);
        return answer.header("x-zm-trackingid", exchange.trackingId());
    }
}
