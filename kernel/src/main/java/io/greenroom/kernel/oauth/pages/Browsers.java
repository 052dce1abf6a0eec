package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;

/** Identifies a browser by a session cookie. */
final class Browsers {
    private static final String COOKIE = "greenroom_browser=";
    private static final int BYTES = 16;
    private static final int LENGTH = 22;

    private Browsers() {}

    /** The browser's mark, empty when the request has no cookie. */
    static String mark(Request request) {
        for (String header : request.headers("Cookie")) {
            for (String cookie : header.split(";")) {
                String pair = cookie.strip();
                if (pair.startsWith(COOKIE) && pair.length() == COOKIE.length() + LENGTH) {
                    return pair.substring(COOKIE.length());
                }
            }
        }
        return "";
    }

    static String newMark() {
        return Secrets.token(BYTES);
    }

    /** Sets the browser's mark as a cookie. */
    static Answer keep(Answer answer, String mark, String origin) {
        return answer.header(
                "Set-Cookie",
                COOKIE + mark + "; Path=/; HttpOnly; SameSite=Lax" + (origin.startsWith("https:") ? "; Secure" : ""));
    }
}
