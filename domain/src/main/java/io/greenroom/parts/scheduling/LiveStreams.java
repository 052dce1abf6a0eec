package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;

/** Where the hosts of schedules stream them to. */
public final class LiveStreams {
    private LiveStreams() {}

    /** The stream of a schedule; empty if its host has not set one up. */
    public static Doc show(Call call, Doc schedule) {
        return schedule.optionalDoc("live_stream").orElseGet(() -> call.blank("MeetingStream"));
    }

    /** Sets up the stream of a schedule. */
    public static void change(Call call, Kind kind, Doc schedule) {
        Doc stream = call.blank("MeetingStream").take(call.body());
        call.store().keep(kind.table(), schedule.copy().put("live_stream", stream));
    }
}
