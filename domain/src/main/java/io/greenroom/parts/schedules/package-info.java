/**
 * What scheduled meetings and webinars have in common: numbers and UUIDs, passcodes, start times and occurrences.
 *
 * <p>A schedule is the document of a meeting or webinar: {@code MeetingRecord} or {@code WebinarRecord}. Its groups
 * decide what a request may change; this part keeps the fields that belong together consistent.
 */
@NullMarked
package io.greenroom.parts.schedules;

import org.jspecify.annotations.NullMarked;
