package io.greenroom.kernel.limits;

import io.greenroom.contract.Label;
import io.greenroom.kernel.http.Header;
import io.greenroom.kernel.road.Exchange;

/** The headers by which answers tell of limits. */
final class RateHeaders {
    static final String TYPE = "X-RateLimit-Type";
    static final String LIMIT = "X-RateLimit-Limit";
    static final String REMAINING = "X-RateLimit-Remaining";
    static final String RETRY_AFTER = "Retry-After";
    static final String PER_SECOND = "QPS";
    static final String PER_DAY = "Daily-limit";

    private static final Header LIGHT = ofCategory(Label.LIGHT);
    private static final Header MEDIUM = ofCategory(Label.MEDIUM);
    private static final Header HEAVY = ofCategory(Label.HEAVY);
    private static final Header RESOURCE_INTENSIVE = ofCategory(Label.RESOURCE_INTENSIVE);

    private RateHeaders() {}

    /** Tells which limit counts. */
    static Header category(Label label) {
        return switch (label) {
            case LIGHT -> LIGHT;
            case MEDIUM -> MEDIUM;
            case HEAVY -> HEAVY;
            case RESOURCE_INTENSIVE -> RESOURCE_INTENSIVE;
        };
    }

    private static Header ofCategory(Label label) {
        return new Header("X-RateLimit-Category", label.wireName());
    }

    /** Tells how much of a daily limit is left. */
    static void tellDaily(Exchange exchange, int limit, long count) {
        exchange.header(TYPE, PER_DAY);
        exchange.header(LIMIT, Integer.toString(limit));
        exchange.header(REMAINING, Long.toString(Math.max(0, limit - count)));
    }
}
