package io.greenroom.api.users;

import io.greenroom.kernel.Doc;

/**
 * A fact: nobody followed the link in an invitation in time. What others keep of such a user is of no use any more.
 *
 * @param user as they are now
 */
public record InvitationExpired(Doc user) {}
