package io.greenroom.kernel.http;

import java.util.Optional;

/** A path of a {@link Site} that clients open WebSockets to (RFC 6455). Many threads call it at once. */
public interface WebSocketEndpoint extends Handler {

    /** What the endpoint decides about a well-formed upgrade request. */
    sealed interface Admission {

        /**
         * The session is opened, unless the account has too many open already.
         *
         * @param account that the caller was authenticated for
         */
        record Admitted(String account, WebSocketListener listener) implements Admission {}

        /** The request gets that answer and no session. */
        record Refused(Answer answer) implements Admission {}
    }

    /** Authenticates the caller and decides. It throws nothing. */
    Admission admit(Request request);

    /** The limits of each session; always the same. */
    WebSocketLimits limits();

    /**
     * Whether pages of an origin may open sessions. Only browsers send an origin. By default only pages of the host
     * that the request came to may, as their user's cookies and network position would otherwise work for any page.
     */
    default boolean allowsOrigin(Request request, String origin) {
        int scheme = origin.indexOf("://");
        return scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(request.host());
    }

    /** Checks the upgrade request, asks {@link #admit} and answers. */
    @Override
    default Answer handle(Request request) {
        Optional<Answer> refusal = WebSocketHandshake.refusal(request, this);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (admit(request)) {
            case Admission.Refused(Answer answer) -> answer;
            case Admission.Admitted(String account, WebSocketListener listener) ->
                Answer.webSocket(new WebSocketUpgrade(this, WebSocketHandshake.accept(request), account, listener));
        };
    }
}
