/** The policy of an account about its users: domains, names, passwords and attributes. */
@NullMarked
package io.greenroom.parts.policies;

import org.jspecify.annotations.NullMarked;
