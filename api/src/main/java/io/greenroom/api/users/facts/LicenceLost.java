package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: a user is no longer licensed.
 *
 * @param user as they are now
 */
public record LicenceLost(Doc user) implements Fact {}
