package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.oauth.pages.PageFailure;

/** Something that the authorization server answers. Threads may share it. */
record OAuthEndpoint(Tongue tongue, Action action) {

    /** How it talks: with programs in JSON, or with people in HTML. */
    enum Tongue {
        JSON,
        HTML
    }

    /** What it does. */
    @FunctionalInterface
    interface Action {

        /**
         * Answers a request.
         *
         * @param origin what comes in front of this server's paths for it
         * @throws OAuthFailure what a program or a person has done wrong
         * @throws PageFailure what a person is told instead of being asked
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
