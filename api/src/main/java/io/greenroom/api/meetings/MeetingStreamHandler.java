package io.greenroom.api.meetings;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.LiveActs;
import io.greenroom.live.Obstacle;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.scheduling.LiveStreams;
import io.greenroom.parts.scheduling.ScheduleAccess;
import java.util.Optional;

/** The live stream and the cloud recording of a meeting. */
final class MeetingStreamHandler {
    private final ScheduleAccess meetings;
    private final LiveActs acts;
    private final StreamSwitch stream;

    MeetingStreamHandler(ScheduleAccess meetings, LiveActs acts) {
        this.meetings = meetings;
        this.acts = acts;
        this.stream = new StreamSwitch(acts);
    }

    void bind(Bindings on) {
        on.doc("getLiveStreamDetails", call -> LiveStreams.show(call, meeting(call)));
        on.done("inMeetingRecordingControl", this::record);
        on.done("meetingLiveStreamStatusUpdate", call -> stream.change(call, meeting(call)));
        on.done("meetingLiveStreamUpdate", call -> LiveStreams.change(call, Kind.MEETING, meeting(call)));
    }

    /** An action that does not fit, such as the stop of a recording that does not run, is accepted without effect. */
    private void record(Call call) {
        Doc meeting = call.named("meetingId");
        Optional<String> method = call.body().optionalText("method");
        method.map(MeetingStreamHandler::action)
                .flatMap(action -> acts.record(call, meeting, Optional.empty(), action))
                .ifPresent(obstacle -> refuseRecording(call, obstacle));
    }

    private static String action(String method) {
        String action = method.substring(method.indexOf('.') + 1);
        return action.equals("start") ? "cloud" : action;
    }

    private static void refuseRecording(Call call, Obstacle obstacle) {
        if (obstacle == Obstacle.NOT_RUNNING) {
            throw call.refuse("meeting-not-live");
        }
        if (obstacle == Obstacle.DISABLED) {
            throw call.refuse("meeting-control-denied");
        }
    }

    private Doc meeting(Call call) {
        return meetings.require(call, call.path("meetingId"));
    }
}
