package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.Parameters;

/** One way to get a token; the word {@code grant_type} names it. Threads may share it. */
@FunctionalInterface
interface GrantType {

    /**
     * Gives a client what it asks for.
     *
     * @throws OAuthFailure when it must not have it
     */
    Issued issue(Client client, Parameters parameters);
}
