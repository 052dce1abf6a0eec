package io.greenroom.api.users;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: somebody has become an active user of the account for the first time.
 *
 * @param user with the {@code group_id} of the group to join, if there is one
 */
public record UserJoined(Doc user) implements Fact {}
