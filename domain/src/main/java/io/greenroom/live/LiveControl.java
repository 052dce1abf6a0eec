package io.greenroom.live;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.states.LeaveReason;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.parts.schedules.InviteLinks;
import io.greenroom.parts.schedules.Kind;
import java.util.Optional;

/**
 * The control operations by which people take part in the sessions of one kind of schedule, as their clients do. The
 * operations of meetings begin with {@code controlMeeting}, those of webinars with {@code controlWebinar}.
 */
public final class LiveControl {
    private final Kind kind;
    private final Sessions sessions;
    private final Hosts hosts;
    private final LiveActs acts;

    public LiveControl(Kind kind, Sessions sessions, Hosts hosts) {
        this.kind = kind;
        this.sessions = sessions;
        this.hosts = hosts;
        this.acts = new LiveActs(sessions, hosts);
    }

    /** Binds the operations, and what happens to sessions by time. */
    public void bind(Bindings on) {
        sessions.bind(on);
        on.doc(operation("Live"), call -> live(call, open(call)));
        on.doc(operation("Start"), this::start);
        on.done(operation("End"), this::end);
        on.doc(operation("Join"), this::join);
        on.doc(operation("ParticipantUpdate"), this::change);
        on.done(operation("Leave"), this::leave);
        if (kind == Kind.WEBINAR) {
            on.done(operation("Broadcast"), this::broadcast);
        }
    }

    private String operation(String end) {
        return switch (kind) {
            case MEETING -> "controlMeeting" + end;
            case WEBINAR -> "controlWebinar" + end;
        };
    }

    private Doc schedule(Call call) {
        return call.named(kind.word() + "Id");
    }

    private Doc open(Call call) {
        return sessions.open(call, schedule(call))
                .orElseThrow(() -> call.refuse("control-" + kind.word() + "-not-live"));
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
        Doc schedule = schedule(call);
        return outcome(call, schedule, Arrival.of(call.body(), Optional.of(hosts.host(call, schedule))));
    }

    private Doc join(Call call) {
        Optional<Doc> user = call.body().optionalText("user_id").map(named -> hosts.user(call, named));
        Doc schedule = schedule(call);
        Optional<String> token = call.body().optionalText("invite_token");
        Optional<String> invitee = token.flatMap(text -> InviteLinks.invitee(call, schedule, text));
        if (token.isPresent() && invitee.isEmpty()) {
            return shown(call, Outcome.refused(Outcome.Reason.INVITATION_INVALID));
        }
        return outcome(call, schedule, Arrival.of(call.body(), user).invited(invitee));
    }

    private Doc outcome(Call call, Doc schedule, Arrival arrival) {
        return shown(call, sessions.join(call, schedule, arrival));
    }

    private static Doc shown(Call call, Outcome outcome) {
        return call.blank("LiveOutcome")
                .put("outcome", outcome.result())
                .put("reason", outcome.reason().map(Outcome.Reason::word))
                .put("participant_id", outcome.participation().map(stay -> stay.text("user_id")))
                .put("uuid", outcome.participation().map(stay -> stay.text("session")));
    }

    private void broadcast(Call call) {
        open(call);
        sessions.broadcast(call, schedule(call));
    }

    private void end(Call call) {
        open(call);
        sessions.end(call, schedule(call), LeaveReason.ENDED);
    }

    private Doc stay(Call call) {
        return sessions.participation(call, schedule(call), call.path("participantId"))
                .orElseThrow(() -> call.refuse("control-participant-missing"));
    }

    private Doc change(Call call) {
        Doc schedule = schedule(call);
        Doc stay = stay(call);
        Doc body = call.body();
        if (body.has("waiting")) {
            stay = move(call, schedule, stay, body.flag("waiting"));
        }
        if (body.names().stream().anyMatch(name -> !name.equals("waiting"))) {
            acts.change(call, schedule, stay, body).ifPresent(obstacle -> {
                throw call.refuse("control-live-refused", "reason", obstacle.word());
            });
        }
        return shown(
                call,
                sessions.participation(call, schedule, stay.text("user_id")).orElseThrow());
    }

    private Doc move(Call call, Doc schedule, Doc stay, boolean wait) {
        ParticipationState state = ParticipationState.of(stay);
        if (state == ParticipationState.WAITING_ROOM && !wait) {
            return sessions.admit(call, schedule, stay)
                    .orElseThrow(() -> call.refuse("control-" + kind.word() + "-full"));
        }
        return state == ParticipationState.IN_MEETING && wait && !ParticipantRole.HOST.isOf(stay)
                ? sessions.hold(call, schedule, stay)
                : stay;
    }

    private void leave(Call call) {
        sessions.leave(
                call, schedule(call), stay(call), LeaveReason.of(call.query().text("reason")));
    }
}
