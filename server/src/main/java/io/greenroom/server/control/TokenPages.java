package io.greenroom.server.control;

import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;

/** Pages outside of the control API that require the control token. Threads may share it. */
public final class TokenPages implements Handler {
    private static final String BEARER = "bearer ";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final String token;
    private final Guesses guesses;
    private final Handler pages;

    /**
     * Puts the token before pages.
     *
     * @param token that requests present; if it is empty, no request is admitted
     */
    public TokenPages(String token, Clock clock, Handler pages) {
        this.token = token;
        this.guesses = new Guesses(clock);
        this.pages = pages;
    }

    @Override
    public Answer handle(Request request) {
        if (!guesses.allowed(request.remoteAddress())) {
            return Answer.text(429, TEXT, "Too many wrong tokens came from this address.\n");
        }
        if (!hasToken(request)) {
            guesses.failed(request.remoteAddress());
            return Answer.text(401, TEXT, "This page requires the control token.\n")
                    .header("WWW-Authenticate", "Bearer");
        }
        request.identified();
        return pages.handle(request);
    }

    private boolean hasToken(Request request) {
        String header = request.header("Authorization").orElse("");
        return !token.isEmpty()
                && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && Secrets.same(token, header.substring(BEARER.length()).strip());
    }
}
