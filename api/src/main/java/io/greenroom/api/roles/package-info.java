/**
 * Roles: what the people of an account may do for everybody in it.
 *
 * <p>Keeps the roles that an account has made itself; the three that every account has are the {@code users} package's,
 * and so is who has which. Announces nothing.
 */
@NullMarked
package io.greenroom.api.roles;

import org.jspecify.annotations.NullMarked;
