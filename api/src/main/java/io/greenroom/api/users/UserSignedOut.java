package io.greenroom.api.users;

import io.greenroom.kernel.Fact;

/**
 * A fact that this group hears: a user has signed out of their client.
 *
 * @param userId who
 */
public record UserSignedOut(String userId) implements Fact {}
