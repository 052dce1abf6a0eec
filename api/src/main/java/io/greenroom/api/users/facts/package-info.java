/** The facts that the Users group publishes, or that others publish for it to handle: what has happened to a user. */
@NullMarked
package io.greenroom.api.users.facts;

import org.jspecify.annotations.NullMarked;
