package io.greenroom.api.meetings;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;

/** Where a meeting is streamed to. */
final class MeetingStreamHandler {
    private final Meetings meetings;

    MeetingStreamHandler(Meetings meetings) {
        this.meetings = meetings;
    }

    void bind(Bindings on) {
        on.doc("getLiveStreamDetails", this::show);
        on.done("meetingLiveStreamUpdate", this::change);
    }

    private Doc show(Call call) {
        return meetings.require(call, call.path("meetingId"))
                .optionalDoc("live_stream")
                .orElseGet(() -> call.blank("MeetingStream"));
    }

    private void change(Call call) {
        Doc meeting = meetings.require(call, call.path("meetingId"));
        Doc stream = call.blank("MeetingStream").take(call.body());
        call.store().keep(Kind.MEETING.table(), meeting.copy().put("live_stream", stream));
    }
}
