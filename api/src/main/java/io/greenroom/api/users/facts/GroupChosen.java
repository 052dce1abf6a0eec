package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;

/**
 * A fact: a request has put a user into a group that exists.
 *
 * @param userId the user's id
 * @param groupId the group's id
 */
public record GroupChosen(String userId, String groupId) implements Fact {}
