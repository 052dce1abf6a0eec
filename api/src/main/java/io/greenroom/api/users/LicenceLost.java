package io.greenroom.api.users;

import io.greenroom.kernel.Doc;

/**
 * A fact: a user is no longer licensed.
 *
 * @param user as they are now
 */
record LicenceLost(Doc user) {}
