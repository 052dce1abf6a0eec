package io.greenroom.api.users;

import io.greenroom.kernel.doc.Doc;

/**
 * A fact: a user was shut out, and has lost their licence.
 *
 * @param user as they are now
 */
public record UserDeactivated(Doc user) {}
