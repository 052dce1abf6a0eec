/**
 * Meetings: how hosts schedule, change and delete them, and the links and texts by which people find them.
 *
 * <p>Keeps the meetings of hosts, with their occurrences. What meetings share with webinars is in {@code
 * io.greenroom.parts.schedules}. Announces the events {@code meeting.created}, {@code .updated}, {@code .deleted}, {@code
 * .recovered} and {@code .permanently_deleted}.
 */
@NullMarked
package io.greenroom.api.meetings;

import org.jspecify.annotations.NullMarked;
