/**
 * The IM Groups group: groups of the chat's directory, which say who finds whom among the contacts of the client.
 *
 * <p>It keeps IM groups and their members. The IM groups of a user are in the user's {@code im_group_ids}, oldest
 * membership first. Announces nothing.
 */
@NullMarked
package io.greenroom.api.imgroups;

import org.jspecify.annotations.NullMarked;
