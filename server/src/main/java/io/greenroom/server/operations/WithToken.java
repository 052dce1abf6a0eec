package io.greenroom.server.operations;

import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import java.util.Locale;

/**
 * Pages for callers that present a token.
 *
 * @param token that callers present; if it is empty, none is admitted
 * @param pages that others do not see
 */
public record WithToken(String token, Handler pages) implements Handler {
    private static final String BEARER = "bearer ";

    @Override
    public Answer handle(Request request) {
        String header = request.header("Authorization").orElse("");
        boolean admitted = !token.isEmpty()
                && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                && Secrets.same(token, header.substring(BEARER.length()).strip());
        if (!admitted) {
            return Answer.text(401, "text/plain; charset=utf-8", "This page needs the control token.\n")
                    .header("WWW-Authenticate", "Bearer");
        }
        request.identified();
        return pages.handle(request);
    }
}
