package io.greenroom.api.meetings;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.scheduling.LiveStreams;
import io.greenroom.parts.scheduling.ScheduleAccess;

/** Where a meeting is streamed to. */
final class MeetingStreamHandler {
    private final ScheduleAccess meetings;

    MeetingStreamHandler(ScheduleAccess meetings) {
        this.meetings = meetings;
    }

    void bind(Bindings on) {
        on.doc("getLiveStreamDetails", call -> LiveStreams.show(call, meeting(call)));
        on.done("meetingLiveStreamUpdate", call -> LiveStreams.change(call, Kind.MEETING, meeting(call)));
    }

    private Doc meeting(Call call) {
        return meetings.require(call, call.path("meetingId"));
    }
}
