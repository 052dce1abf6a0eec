package io.greenroom.kernel.road;

import io.greenroom.contract.RangeLimits;
import io.greenroom.kernel.DateRange;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.http.QueryString;
import io.greenroom.kernel.store.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The tokens that lead to next pages. One carries all that it takes to go on: whose list, which operation and path, the
 * query, and the place reached (behaviour.md 4.1). It is signed, and good for 15 minutes.
 */
final class PageTokens {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String PURPOSE = "page";

    private final Signer signer;

    PageTokens(Signer signer) {
        this.signer = signer;
    }

    /**
     * What a token carries.
     *
     * @param after where the next page goes on
     * @param number of the next page
     * @param query the query of the first page
     */
    record Place(Cursor after, long number, QueryString query) {}

    /** The token that leads on from the page that the exchange has answered. */
    String seal(Exchange exchange, Instant now, Cursor after) {
        return signer.seal(
                PURPOSE + list(exchange),
                String.join(
                        "\n",
                        Long.toString(now.plus(LIFE).toEpochMilli()),
                        Long.toString(exchange.page.number() + 1),
                        carried(exchange).encoded(),
                        after.text()));
    }

    /** What the operation knows of the query: not an access token above all, because what is sealed stays readable. */
    private static QueryString carried(Exchange exchange) {
        QueryString carried = exchange.listQuery().without("page_number").without("next_page_token");
        for (String name : exchange.listQuery().names()) {
            if (exchange.endpoint().query().property(name).isEmpty()) {
                carried = carried.without(name);
            }
        }
        DateRange range = exchange.range;
        Optional<RangeLimits> limits = exchange.operation().range();
        return range == null || limits.isEmpty() ? carried : withRange(carried, range, limits.get());
    }

    /** The range of the first page, so that its defaults do not move while the pages are read. */
    private static QueryString withRange(QueryString query, DateRange range, RangeLimits limits) {
        Object from = limits.times() ? range.start() : range.from();
        Object to = limits.times() ? range.last() : range.to();
        return query.with(RangeLimits.FROM, from.toString()).with(RangeLimits.TO, to.toString());
    }

    /** What the token says, empty when it is not for this list or too old. */
    Optional<Place> open(Exchange exchange, Instant now, String token) {
        return signer.open(PURPOSE + list(exchange), token)
                .map(text -> text.split("\n", 4))
                .filter(parts -> Long.parseLong(parts[0]) >= now.toEpochMilli())
                .flatMap(parts -> QueryString.parse(parts[2]).flatMap(query -> Cursor.parse(parts[3])
                        .map(after -> new Place(after, Long.parseLong(parts[1]), query))));
    }

    private static String list(Exchange exchange) {
        return "\n" + exchange.caller().account() + "\n"
                + exchange.endpoint().operation().id() + "\n" + exchange.path();
    }
}
