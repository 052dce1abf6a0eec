package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;
import java.util.Optional;

/**
 * A fact for this group: a user has signed in to a client.
 *
 * @param userId the user's id
 * @param clientType the kind of client, such as {@code win}, {@code mac} or {@code Browser}
 * @param version of the client
 * @param loginType a number of the contract's {@code LoginType}; empty when it is the same as before
 */
public record UserSignedIn(String userId, String clientType, String version, Optional<Long> loginType)
        implements Fact {}
