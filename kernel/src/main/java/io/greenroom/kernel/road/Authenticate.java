package io.greenroom.kernel.road;

import io.greenroom.kernel.auth.Authenticator;
import java.util.Optional;

/**
 * Step 3, authenticate: who asks. A bearer token in any case; in the query only where the installation still allows it.
 */
final class Authenticate implements Step {
    /** What the token is called in a query. */
    static final String PARAMETER = "access_token";

    private static final String BEARER = "bearer ";

    private final Authenticator authenticator;
    private final boolean inQuery;

    Authenticate(Authenticator authenticator, boolean inQuery) {
        this.authenticator = authenticator;
        this.inQuery = inQuery;
    }

    @Override
    public void take(Exchange exchange) {
        Authenticator.Identity identity = authenticator.identify(token(exchange));
        exchange.caller = identity.caller();
        exchange.account = identity.account();
    }

    private String token(Exchange exchange) {
        Optional<String> header = exchange.request().header("Authorization");
        if (header.isPresent()) {
            String value = header.get();
            return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? value.substring(BEARER.length()).strip()
                    : "";
        }
        return inQuery ? exchange.rawQuery().first(PARAMETER).orElse("") : "";
    }
}
