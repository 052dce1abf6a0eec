/**
 * The IM Groups group: groups of the chat directory, which restrict the contacts that users find in the client.
 *
 * <p>It keeps IM groups and their members. The IM groups of a user are in the user's {@code im_group_ids}, oldest
 * membership first. Announces no events.
 */
@NullMarked
package io.greenroom.api.imgroups;

import org.jspecify.annotations.NullMarked;
