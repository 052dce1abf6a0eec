/**
 * Roles: the privileges of an account's users.
 *
 * <p>Keeps the roles that an account has created; the {@code users} package keeps the three system roles and each
 * user's role. Announces no events.
 */
@NullMarked
package io.greenroom.api.roles;

import org.jspecify.annotations.NullMarked;
