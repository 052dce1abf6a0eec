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
 * The tokens of next pages. A token contains all that the next page needs: the account, the operation and path, the
 * query, and the cursor. It is signed, and valid for 15 minutes.
 */
final class PageTokens {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String PURPOSE = "page";

    private final Signer signer;

    PageTokens(Signer signer) {
        this.signer = signer;
    }

    /**
     * The content of a token.
     *
     * @param after the cursor of the next page
     * @param number of the next page
     * @param query the query of the first page
     */
    record Place(Cursor after, long number, QueryString query) {}

    /** Creates the token of the page after the one that the exchange has answered. */
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

    /** Declared parameters only, so never the access token: page tokens are signed, not encrypted. */
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

    /** Adds the range of the first page, so that its defaults stay the same on later pages. */
    private static QueryString withRange(QueryString query, DateRange range, RangeLimits limits) {
        Object from = limits.times() ? range.start() : range.from();
        Object to = limits.times() ? range.last() : range.to();
        return query.with(RangeLimits.FROM, from.toString()).with(RangeLimits.TO, to.toString());
    }

    /** Reads a token; empty if it is not for this list or has expired. */
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
