package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.Parameters;

/** One way to get a token, named by {@code grant_type}. Threads may share it. */
@FunctionalInterface
interface GrantType {

    /**
     * Issues tokens to a client.
     *
     * @throws OAuthFailure when the client may not have them
     */
    Issued issue(Client client, Parameters parameters);
}
