/**
 * The Groups group: groups of users, for each of which an account decides settings once and for all its members.
 *
 * <p>It keeps groups and their members; settings, locks and virtual backgrounds are kept by parts. The groups of a user
 * are in the user's {@code group_ids}, the primary one first. Announces nothing: events of groups came after 2021.
 */
@NullMarked
package io.greenroom.api.groups;

import org.jspecify.annotations.NullMarked;
