package io.greenroom.api.meetings;

import io.greenroom.history.PastSessions;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;

/** Shows ended instances of meetings. */
final class PastMeetingsHandler {
    private final PastSessions past = new PastSessions(Kind.MEETING);

    void bind(Bindings on) {
        on.doc("pastMeetingDetails", this::show);
        on.page("pastMeetingParticipants", this::participants);
        on.doc("pastMeetings", this::instances);
    }

    private Doc session(Call call) {
        return past.find(call, call.path("meetingUUID")).orElseThrow(() -> call.refuse("meeting-not-ended"));
    }

    private Doc show(Call call) {
        Doc session = session(call);
        return call.as("MeetingInstanceDetail", session)
                .put("id", session.number("number"))
                .put("user_name", session.text("host_name"))
                .put("user_email", session.text("host_email"))
                .put("duration", PastSessions.minutes(session))
                .put("total_minutes", PastSessions.totalMinutes(session))
                .put("participants_count", session.number("persons"));
    }

    private Page participants(Call call) {
        return Page.of(PastSessions.people(call, session(call))
                        .page(call.page().start(), call.page().size()))
                .map(stay -> call.as("MeetingParticipant", stay)
                        .put("user_email", stay.text("id").isEmpty() ? "" : stay.text("email")));
    }

    private Doc instances(Call call) {
        Doc meeting = call.named("meetingId");
        return call.blank("MeetingInstances")
                .put(
                        "meetings",
                        past.of(call, meeting.number("id")).list().stream()
                                .map(session -> call.as("MeetingInstance", session))
                                .toList());
    }
}
