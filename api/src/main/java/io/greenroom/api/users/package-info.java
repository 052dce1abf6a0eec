/**
 * The Users group: the people of an account.
 *
 * <p>It keeps users, the account's policy about them, and their assistants; settings and virtual backgrounds are kept
 * by parts. Other groups find users through {@link io.greenroom.api.users.Users}, assign roles through {@link
 * io.greenroom.api.users.UserRoles}, change owners through {@link io.greenroom.api.users.AccountOwners}, and listen to
 * the facts in {@code io.greenroom.api.users.facts}; rows of their tables are deleted with users by {@code
 * goesWith("user", column)}. The group announces the {@code user.*} events except those of TSP accounts.
 */
@NullMarked
package io.greenroom.api.users;

import org.jspecify.annotations.NullMarked;
