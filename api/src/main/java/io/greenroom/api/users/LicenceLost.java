package io.greenroom.api.users;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: a user is no longer licensed.
 *
 * @param user as they are now
 */
record LicenceLost(Doc user) implements Fact {}
