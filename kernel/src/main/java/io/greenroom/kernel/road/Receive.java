package io.greenroom.kernel.road;

import io.greenroom.kernel.http.QueryString;

/** Step 1, receive: checks that the query is well-formed. The server has checked the rest of the request line. */
final class Receive implements Step {
    @Override
    public void take(Exchange exchange) {
        exchange.rawQuery =
                QueryString.parse(exchange.request().rawQuery()).orElseThrow(() -> exchange.refuse("query-malformed"));
    }
}
