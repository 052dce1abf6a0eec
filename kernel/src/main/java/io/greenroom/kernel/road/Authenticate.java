package io.greenroom.kernel.road;

import io.greenroom.kernel.auth.Authenticator;
import java.util.Optional;

/**
 * Step 3, authenticate: resolves the access token to the caller. The scheme {@code Bearer} is case-insensitive; a token
 * in the query counts only if the installation still allows it.
 */
final class Authenticate implements Step {
    /** The query parameter with the token. */
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
        exchange.request().identified();
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
        Optional<String> parameter = exchange.rawQuery().first(PARAMETER);
        if (parameter.isPresent() && !inQuery) {
            throw exchange.refuse("token-in-query");
        }
        return parameter.orElse("");
    }
}
