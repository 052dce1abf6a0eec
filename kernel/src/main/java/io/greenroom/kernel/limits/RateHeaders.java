package io.greenroom.kernel.limits;

import io.greenroom.contract.Label;
import io.greenroom.kernel.http.Header;
import io.greenroom.kernel.road.Exchange;

/** The response headers about rate limits. */
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

    /** The header that names the limit's category. */
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

    /** The headers about the remaining daily limit. */
    static void tellDaily(Exchange exchange, int limit, long count) {
        exchange.header(TYPE, PER_DAY);
        exchange.header(LIMIT, Integer.toString(limit));
        exchange.header(REMAINING, Long.toString(Math.max(0, limit - count)));
    }
}
