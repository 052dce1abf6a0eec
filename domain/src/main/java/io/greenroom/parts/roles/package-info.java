/** The roles that every account has, and the privileges of a user. */
@NullMarked
package io.greenroom.parts.roles;

import org.jspecify.annotations.NullMarked;
