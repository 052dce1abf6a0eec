package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * The authorization request that an app sends through the browser (RFC 6749, 4.1.1).
 *
 * @param app the client
 * @param redirectUri a redirect URI that the app has registered
 * @param state returned unchanged with the answer
 * @param challenge that the code exchange must answer
 */
public record AuthorizationRequest(Doc app, String redirectUri, Optional<String> state, Optional<Challenge> challenge) {

    /** A PKCE code challenge. */
    public record Challenge(Pkce method, String text) {}
}
