/**
 * The Users group: the people of an account.
 *
 * <p>It keeps users, what the administrator decided about them, and who may schedule for whom; settings and virtual
 * backgrounds are kept by parts. Other groups find users through {@link io.greenroom.api.users.Users} and listen to
 * {@code UserJoined}, {@code GroupChosen}, {@code UserRemoved} and {@code UserMoved}; rows of their tables are deleted
 * with users by {@code goesWith("user", column)}. The group announces the {@code user.*} events except those of TSP
 * accounts.
 */
@NullMarked
package io.greenroom.api.users;

import org.jspecify.annotations.NullMarked;
