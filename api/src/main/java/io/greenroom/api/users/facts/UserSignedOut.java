package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;

/**
 * A fact for this group: a user has signed out of their client.
 *
 * @param userId the user's id
 */
public record UserSignedOut(String userId) implements Fact {}
