package io.greenroom.live.script;

import io.greenroom.live.Hosts;
import io.greenroom.live.LiveActs;
import io.greenroom.live.Sessions;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;

/**
 * What scripts of one kind of schedule act on.
 *
 * @param kind of the schedules
 * @param schedules where they are kept
 * @param sessions their sessions
 * @param acts what people do in them
 * @param hosts their hosts
 * @param registrations who registers for them
 */
public record Commands(
        Kind kind, Schedules schedules, Sessions sessions, LiveActs acts, Hosts hosts, Registrations registrations) {

    /** The name of an operation of the control API, such as {@code controlMeetingScript}. */
    String operation(String end) {
        return switch (kind) {
            case MEETING -> "controlMeeting" + end;
            case WEBINAR -> "controlWebinar" + end;
        };
    }

    /** The path parameter that names the schedule. */
    String parameter() {
        return kind.word() + "Id";
    }
}
