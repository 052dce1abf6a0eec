package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * What an app asks a person to approve in the browser.
 *
 * @param app who asks
 * @param redirectUri where the answer goes; one that the app has registered
 * @param state what the answer carries back
 * @param challenge what the exchange must answer
 */
public record AuthorizationRequest(Doc app, String redirectUri, Optional<String> state, Optional<Challenge> challenge) {

    /** The challenge of PKCE. */
    public record Challenge(Pkce method, String text) {}
}
