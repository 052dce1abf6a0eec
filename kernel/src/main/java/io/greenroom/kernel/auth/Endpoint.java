package io.greenroom.kernel.auth;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;

/** Something that the authorization server answers. Threads may share it. */
record Endpoint(Tongue tongue, Action action) {

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

    static Endpoint json(Action action) {
        return new Endpoint(Tongue.JSON, action);
    }

    static Endpoint html(Action action) {
        return new Endpoint(Tongue.HTML, action);
    }

    boolean takes(String method) {
        return method.equals("POST") || (tongue == Tongue.HTML && method.equals("GET"));
    }

    String methods() {
        return tongue == Tongue.HTML ? "GET, POST" : "POST";
    }
}
