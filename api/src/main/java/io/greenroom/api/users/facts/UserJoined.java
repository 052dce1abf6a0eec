package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: a user has become active for the first time.
 *
 * @param user with the {@code group_id} of the group to join, if there is one
 */
public record UserJoined(Doc user) implements Fact {}
