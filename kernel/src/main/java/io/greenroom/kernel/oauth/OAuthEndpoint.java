package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.oauth.pages.PageFailure;

/** An endpoint of the authorization server. Threads may share it. */
record OAuthEndpoint(Tongue tongue, Action action) {

    /** The format of its answers: JSON for programs, HTML for browsers. */
    enum Tongue {
        JSON,
        HTML
    }

    /** The endpoint's action. */
    @FunctionalInterface
    interface Action {

        /**
         * Answers a request.
         *
         * @param origin prefix of this server's own URLs in the answer
         * @throws OAuthFailure an error for the client program or the user
         * @throws PageFailure an error page for the user
         */
        Answer answer(Request request, String origin);
    }

    static OAuthEndpoint json(Action action) {
        return new OAuthEndpoint(Tongue.JSON, action);
    }

    static OAuthEndpoint html(Action action) {
        return new OAuthEndpoint(Tongue.HTML, action);
    }

    boolean takes(String method) {
        return method.equals("POST") || (tongue == Tongue.HTML && method.equals("GET"));
    }

    String methods() {
        return tongue == Tongue.HTML ? "GET, POST" : "POST";
    }
}
