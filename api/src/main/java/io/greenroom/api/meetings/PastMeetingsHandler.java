package io.greenroom.api.meetings;

import io.greenroom.history.PastSessions;
import io.greenroom.history.PollResults;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;

/** Shows ended instances of meetings. */
final class PastMeetingsHandler {
    private final PastSessions past = new PastSessions(Kind.MEETING);
    private final Schedules schedules;

    PastMeetingsHandler(Schedules schedules) {
        this.schedules = schedules;
    }

    void bind(Bindings on) {
        on.doc("pastMeetingDetails", this::show);
        on.page("pastMeetingParticipants", this::participants);
        on.doc("pastMeetings", this::instances);
        on.doc("listPastMeetingPolls", this::polls);
    }

    /** The session that the path names; a user-level token reaches the user's own meetings only. */
    private Doc session(Call call, String closed) {
        String named = call.path("meetingUUID");
        Doc session = past.find(call, named)
                .orElseThrow(() -> call.refuse(isElsewhere(call, named) ? "meeting-unavailable" : "meeting-not-ended"));
        if (call.ownOnly() && !session.text("host_id").equals(call.caller().userId())) {
            throw call.refuse(closed);
        }
        return session;
    }

    private boolean isElsewhere(Call call, String named) {
        return PastSessions.isNumber(named) && schedules.isElsewhere(call, named);
    }

    private Doc show(Call call) {
        Doc session = session(call, "meeting-past-closed");
        return call.as("MeetingInstanceDetail", session)
                .put("id", session.number("shown_id"))
                .put("user_name", session.text("host_name"))
                .put("user_email", session.text("host_email"))
                .put("duration", PastSessions.minutes(session))
                .put("total_minutes", PastSessions.totalMinutes(session))
                .put("participants_count", session.number("persons"));
    }

    private Page participants(Call call) {
        return PastSessions.participants(call, session(call, "meeting-past-information-closed"));
    }

    private Doc polls(Call call) {
        Doc session = past.find(call, call.path("meetingId"))
                .filter(found -> !call.ownOnly()
                        || found.text("host_id").equals(call.caller().userId()))
                .orElseThrow(() -> call.refuse("meeting-not-ended"));
        return PollResults.polls(call, session);
    }

    private Doc instances(Call call) {
        Doc meeting = call.named("meetingId");
        return call.blank("MeetingInstances").put("meetings", past.instances(call, meeting.number("id")));
    }
}
