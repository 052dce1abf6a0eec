package io.greenroom.api.users;

/**
 * A fact that this group hears: a user has signed in to a client.
 *
 * @param userId who
 * @param clientType the kind of client, such as {@code win}, {@code mac} or {@code Browser}
 * @param version of the client
 */
public record UserSignedIn(String userId, String clientType, String version) {}
