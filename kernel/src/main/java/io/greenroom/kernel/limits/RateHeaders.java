package io.greenroom.kernel.limits;

import io.greenroom.kernel.road.Exchange;

/** The headers by which answers tell of limits. */
final class RateHeaders {
    static final String CATEGORY = "X-RateLimit-Category";
    static final String TYPE = "X-RateLimit-Type";
    static final String LIMIT = "X-RateLimit-Limit";
    static final String REMAINING = "X-RateLimit-Remaining";
    static final String RETRY_AFTER = "Retry-After";
    static final String PER_SECOND = "QPS";
    static final String PER_DAY = "Daily-limit";

    private RateHeaders() {}

    /** Tells how much of a daily limit is left. */
    static void tellDaily(Exchange exchange, int limit, long count) {
        exchange.header(TYPE, PER_DAY);
        exchange.header(LIMIT, Integer.toString(limit));
        exchange.header(REMAINING, Long.toString(Math.max(0, limit - count)));
    }
}
