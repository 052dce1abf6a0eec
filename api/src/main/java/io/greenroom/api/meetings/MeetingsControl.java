package io.greenroom.api.meetings;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Arrival;
import io.greenroom.live.Outcome;
import io.greenroom.live.Sessions;
import java.util.Optional;

/** Lets people take part in meetings, as their clients do. */
final class MeetingsControl {
    private final Sessions sessions;
    private final Meetings meetings;
    private final Users users;

    MeetingsControl(Sessions sessions, Meetings meetings, Users users) {
        this.sessions = sessions;
        this.meetings = meetings;
        this.users = users;
    }

    void bind(Bindings on) {
        on.due(sessions.limit(), sessions::reachLimit);
        on.doc("controlMeetingLive", call -> live(call, running(call)));
        on.doc("controlMeetingStart", this::start);
        on.done("controlMeetingEnd", this::end);
        on.doc("controlMeetingJoin", this::join);
        on.doc("controlMeetingParticipantUpdate", this::change);
        on.done("controlMeetingLeave", this::leave);
    }

    private Doc running(Call call) {
        return sessions.running(call, call.named("meetingId"))
                .orElseThrow(() -> call.refuse("control-meeting-not-live"));
    }

    private Doc live(Call call, Doc session) {
        return call.as("LiveSession", session)
                .put("id", session.number("shown_id"))
                .put(
                        "participants",
                        sessions.present(call, session).stream()
                                .map(stay -> shown(call, stay))
                                .toList());
    }

    private static Doc shown(Call call, Doc stay) {
        return call.as("LiveParticipant", stay).put("participant_id", stay.text("user_id"));
    }

    private Doc start(Call call) {
        Doc meeting = call.named("meetingId");
        return outcome(call, meeting, arrival(call, Optional.of(meetings.host(call, meeting))));
    }

    private Doc join(Call call) {
        Optional<Doc> user = call.body().optionalText("user_id").map(who -> users.require(call, who));
        return outcome(call, call.named("meetingId"), arrival(call, user));
    }

    private static Arrival arrival(Call call, Optional<Doc> user) {
        Doc body = call.body();
        return new Arrival(
                user,
                body.optionalText("name"),
                body.optionalText("email"),
                body.optionalText("passcode"),
                body.flag("start"),
                body);
    }

    private Doc outcome(Call call, Doc meeting, Arrival arrival) {
        Outcome outcome = sessions.join(call, meeting, arrival);
        return call.blank("LiveOutcome")
                .put("outcome", outcome.result())
                .put("reason", outcome.reason().map(Outcome.Reason::word))
                .put("participant_id", outcome.participation().map(stay -> stay.text("user_id")))
                .put("uuid", outcome.participation().map(stay -> stay.text("session")));
    }

    private void end(Call call) {
        running(call);
        sessions.end(call, call.named("meetingId"), "ended");
    }

    private Doc stay(Call call) {
        return sessions.participation(call, call.named("meetingId"), call.path("participantId"))
                .orElseThrow(() -> call.refuse("control-participant-missing"));
    }

    private Doc change(Call call) {
        Doc meeting = call.named("meetingId");
        Doc stay = stay(call);
        Doc body = call.body();
        if (body.has("waiting")) {
            String state = stay.text("state");
            if (state.equals("waiting_room") && !body.flag("waiting")) {
                stay = sessions.admit(call, meeting, stay).orElseThrow(() -> call.refuse("control-meeting-full"));
            } else if (state.equals("in_meeting") && body.flag("waiting") && !isHost(stay)) {
                stay = sessions.hold(call, meeting, stay);
            }
        }
        return shown(call, sessions.change(call, stay, body));
    }

    /** The host has no waiting room. */
    private static boolean isHost(Doc stay) {
        return stay.text("role").equals("host");
    }

    private void leave(Call call) {
        sessions.leave(call, call.named("meetingId"), stay(call), call.query().text("reason"));
    }
}
