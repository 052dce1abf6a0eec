package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;

/**
 * A fact for this group: a user has followed the link in their invitation.
 *
 * @param userId the pending user
 */
public record InvitationAccepted(String userId) implements Fact {}
