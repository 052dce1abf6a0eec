package io.greenroom.api.users;

import io.greenroom.kernel.Fact;
import java.util.Optional;

/**
 * A fact that this group hears: a user has signed in to a client.
 *
 * @param userId who
 * @param clientType the kind of client, such as {@code win}, {@code mac} or {@code Browser}
 * @param version of the client
 * @param loginType the way in, as the contract's {@code LoginType} numbers it; empty when it is the one before
 */
public record UserSignedIn(String userId, String clientType, String version, Optional<Long> loginType)
        implements Fact {}
