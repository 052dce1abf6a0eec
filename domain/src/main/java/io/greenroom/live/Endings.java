package io.greenroom.live;

import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.states.LeaveReason;
import io.greenroom.live.states.SessionState;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.schedules.SessionUuids;
import java.util.Optional;

/**
 * Ends the sessions of one kind: in one unit, or in several if many people leave. The schedule of a session that takes
 * several may be gone before the last, since hosts leave accounts.
 */
final class Endings {
    private final Kind kind;
    private final Schedules schedules;
    private final Hosts hosts;
    private final Retention retention;

    Endings(Kind kind, Schedules schedules, Hosts hosts) {
        this.kind = kind;
        this.schedules = schedules;
        this.hosts = hosts;
        this.retention = new Retention(kind);
    }

    void bind(Bindings on) {
        retention.bind(on);
        on.due(ending(), this::proceed);
    }

    /** The kind of due time at which a session has lasted as long as it may. */
    String limit() {
        return kind.word() + "-session-limit";
    }

    /** The kind of due time at which more people leave a session that is ending. */
    private String ending() {
        return kind.word() + "-session-ending";
    }

    private void proceed(Call call, String number) {
        call.store()
                .in(SESSIONS)
                .where("number", Long.parseLong(number))
                .where("state", SessionState.ENDING.word())
                .first()
                .ifPresent(session -> end(
                        call,
                        schedules.find(call, number).filter(schedule -> schedule.text("uuid")
                                .equals(session.text("uuid"))),
                        new Session(call, session.copy()),
                        LeaveReason.of(session.text("end_reason"))));
    }

    /** Ends a session; nothing is kept of a practice session. */
    void end(Call call, Doc schedule, Session session, LeaveReason reason) {
        if (session.isPractice()) {
            session.forget();
            schedules.keep(call, schedule.copy().put("live", false).put("uuid", SessionUuids.draw(call)));
        } else {
            end(call, Optional.of(schedule), session, reason);
        }
    }

    private void end(Call call, Optional<Doc> schedule, Session session, LeaveReason reason) {
        String number = session.record().text("number");
        boolean over = session.end(reason);
        session.keep();
        call.cancel(limit(), number);
        if (over) {
            schedule.ifPresent(one -> release(call, one, session));
            retention.begin(call, session.record());
        } else {
            call.later(ending(), number, call.now());
        }
    }

    /** Prepares a schedule for its next session. */
    private void release(Call call, Doc schedule, Session session) {
        hosts.ended(call, schedule, session.record());
        Doc next = schedule.copy().remove("session_settings");
        schedules.keep(call, next.put("live", false).put("uuid", SessionUuids.draw(call)));
    }
}
