package io.greenroom.api.users;

/**
 * A fact that this group hears: a user has signed out of their client.
 *
 * @param userId who
 */
public record UserSignedOut(String userId) {}
