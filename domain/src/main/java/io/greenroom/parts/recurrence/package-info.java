/**
 * When the occurrences of a recurring meeting or webinar take place.
 *
 * <p>A {@link io.greenroom.parts.recurrence.Recurrence} is a value: it needs no server, store or clock.
 */
@NullMarked
package io.greenroom.parts.recurrence;

import org.jspecify.annotations.NullMarked;
