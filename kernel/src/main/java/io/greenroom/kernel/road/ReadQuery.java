package io.greenroom.kernel.road;

import io.greenroom.contract.Paging;
import io.greenroom.kernel.PageRequest;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.http.QueryString;
import io.greenroom.kernel.road.values.LenientValues;
import java.util.Optional;

/**
 * Step 10, read the query: takes the query as it was sent, or from the page token in it. Of the parameters sent beside
 * a token, only the page size overrides the token's.
 */
final class ReadQuery implements Step {
    private final Clock clock;
    private final PageTokens tokens;

    ReadQuery(Clock clock, PageTokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    @Override
    public void take(Exchange exchange) {
        QueryString sent = exchange.rawQuery();
        exchange.listQuery = sent;
        if (exchange.operation().paging().filter(Paging::byToken).isPresent()) {
            sent.first("next_page_token")
                    .filter(token -> !token.isEmpty())
                    .ifPresent(token -> follow(exchange, sent, token));
        }
    }

    private void follow(Exchange exchange, QueryString sent, String token) {
        PageTokens.Place place = tokens.open(
                        exchange, clock.now(exchange.caller().account()), token)
                .orElseThrow(() -> exchange.refuse("page-token"));
        exchange.page = new PageRequest(place.number(), 1, place.after());
        exchange.listQuery = pageSize(exchange, sent)
                .map(size -> place.query().with("page_size", size))
                .orElse(place.query());
    }

    private static Optional<String> pageSize(Exchange exchange, QueryString sent) {
        return sent.first("page_size").filter(size -> exchange.endpoint()
                .query()
                .property("page_size")
                .flatMap(parameter -> LenientValues.counted(parameter, size))
                .isPresent());
    }
}
