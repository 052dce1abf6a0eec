package io.greenroom.api.users;

import io.greenroom.kernel.Fact;

/**
 * A fact: somebody has put a user into a group, which is there.
 *
 * @param userId who
 * @param groupId where
 */
public record GroupChosen(String userId, String groupId) implements Fact {}
