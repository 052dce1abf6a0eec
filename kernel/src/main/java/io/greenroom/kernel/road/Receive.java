package io.greenroom.kernel.road;

import io.greenroom.kernel.http.QueryString;

/** Step 1, receive: is the query well-formed. The server has seen to the rest of the request line. */
final class Receive implements Step {
    @Override
    public void take(Exchange exchange) {
        exchange.rawQuery =
                QueryString.parse(exchange.request().rawQuery()).orElseThrow(() -> exchange.refuse("query-malformed"));
    }
}
