package io.greenroom.api.users;

import io.greenroom.kernel.Fact;

/**
 * A fact that this group hears: somebody followed the link in their invitation.
 *
 * @param userId the pending user
 */
public record InvitationAccepted(String userId) implements Fact {}
