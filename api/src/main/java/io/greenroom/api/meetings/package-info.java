/**
 * Meetings: how hosts schedule, change and delete them, and the links and texts by which people find them.
 *
 * <p>Keeps the meetings of hosts, with their occurrences. What meetings share with webinars is in the parts {@code
 * schedules}, {@code polls} and {@code recurrence}; sessions are in {@code io.greenroom.live}. Announces all events of
 * meetings but those of registrations, streams, sharing and alerts.
 */
@NullMarked
package io.greenroom.api.meetings;

import org.jspecify.annotations.NullMarked;
