package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: a user was deactivated. Groups end what the user is doing.
 *
 * @param user as stored
 */
public record UserDeactivated(Doc user) implements Fact {}
