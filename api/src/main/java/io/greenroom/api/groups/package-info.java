/**
 * The Groups group: groups of users, for whose members an account sets and locks settings.
 *
 * <p>It keeps groups and their members; settings, locks and virtual backgrounds are kept by parts. The groups of a user
 * are in the user's {@code group_ids}, the primary one first. Announces no events: events of groups came after 2021.
 */
@NullMarked
package io.greenroom.api.groups;

import org.jspecify.annotations.NullMarked;
