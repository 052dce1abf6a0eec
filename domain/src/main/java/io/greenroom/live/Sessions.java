package io.greenroom.live;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;
import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Fact;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Outcome.Reason;
import io.greenroom.live.Recordings.Action;
import io.greenroom.live.states.LeaveReason;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.live.states.SessionState;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions of schedules of one kind: how they start, who joins and leaves, how they end. */
public final class Sessions {
    /** No session lasts longer. */
    private static final Duration LONGEST = Duration.ofHours(30);

    /** How long a session of a Basic host lasts once it has {@link #FREE_PEOPLE} people. */
    private static final Duration FREE = Duration.ofMinutes(40);

    private static final int FREE_PEOPLE = 3;

    private final Kind kind;
    private final Schedules schedules;
    private final Hosts hosts;
    private final Endings endings;

    public Sessions(Kind kind, Schedules schedules, Hosts hosts) {
        this.kind = kind;
        this.schedules = schedules;
        this.hosts = hosts;
        this.endings = new Endings(kind, schedules, hosts);
    }

    /** Binds what happens to sessions by time. */
    public void bind(Bindings on) {
        on.publishes(Replaced.class);
        on.fact(Replaced.class, this::end);
        on.due(endings.limit(), this::reachLimit);
        endings.bind(on);
    }

    /** Ends the session of a schedule that has reached its limit. */
    public void reachLimit(Call call, String number) {
        schedules.find(call, number).ifPresent(schedule -> end(call, schedule, LeaveReason.TIME_LIMIT));
    }

    /** The running session of a schedule, also one that is ending. */
    private Optional<Doc> current(Call call, Doc schedule) {
        return Optional.of(schedule).filter(one -> one.flag("live")).flatMap(one -> call.store()
                .find(SESSIONS, one.text("uuid")));
    }

    /** The session of a schedule that is open: running, or a practice session. */
    public Optional<Doc> open(Call call, Doc schedule) {
        return current(call, schedule).filter(session -> SessionState.of(session) != SessionState.ENDING);
    }

    /** The running session of a schedule. */
    public Optional<Doc> running(Call call, Doc schedule) {
        return current(call, schedule).filter(SessionState.LIVE::isOf);
    }

    /** The people that are in a session or wait, in order of arrival. */
    public List<Doc> present(Call call, Doc session) {
        return call.store()
                .in(PARTICIPATIONS)
                .where("session", session.text("uuid"))
                .whereIn("state", ParticipationState.present())
                .list();
    }

    /** The stay of a person who is in the session of a schedule or waits for it. */
    public Optional<Doc> participation(Call call, Doc schedule, String participantId) {
        return call.store()
                .find(PARTICIPATIONS, schedule.text("uuid") + "/" + participantId)
                .filter(stay -> !ParticipationState.LEFT.isOf(stay));
    }

    /** Lets a person join, wait, or be refused. The host's arrival starts the session. */
    public Outcome join(Call call, Doc schedule, Arrival arrival) {
        Doc host = hosts.host(call, schedule);
        HostSettings settings = hosts.settings(call, host);
        Admission admission = new Admission(call, kind, schedule, host, settings, arrival);
        Optional<Reason> refusal = admission.refusal();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<Doc> running = current(call, schedule);
        if (running.isPresent() && SessionState.of(running.get()) == SessionState.ENDING) {
            return Outcome.refused(Reason.ENDED);
        }
        if (running.isPresent()) {
            return enter(call, schedule, new Session(call, running.get().copy()), admission);
        }
        return startOrWait(call, schedule, admission);
    }

    /** What would come of an attempt to join; changes nothing, so the outcome has no participation. */
    public Outcome prospect(Call call, Doc schedule, Arrival arrival) {
        Doc host = hosts.host(call, schedule);
        return new Admission(call, kind, schedule, host, hosts.settings(call, host), arrival)
                .prospect(current(call, schedule).map(record -> new Session(call, record)));
    }

    private Outcome startOrWait(Call call, Doc schedule, Admission admission) {
        if (admission.mayOpen()) {
            endOthers(call, admission);
            return enter(call, schedule, open(call, schedule, admission), admission);
        }
        Optional<Reason> early = admission.early();
        if (early.isPresent() && early.get() == Reason.WAITING_FOR_HOST) {
            return await(call, schedule, admission);
        }
        if (early.isPresent()) {
            return Outcome.refused(early.get());
        }
        if (admission.isHostElsewhere()) {
            return Outcome.refused(Reason.HOST_ELSEWHERE);
        }
        return enter(call, schedule, open(call, schedule, admission), admission);
    }

    /** The wait for the host is kept with the UUID that the session will have. */
    private Outcome await(Call call, Doc schedule, Admission admission) {
        Session coming = coming(call, schedule, admission);
        Doc stay = coming.hold(
                coming.arrive(admission.arrival(), admission.role(), admission.rules()),
                ParticipationState.WAITING_FOR_HOST);
        coming.keep();
        if (!stay.text("device").equals("Web")) {
            coming.events().early("jbh_waiting", stay);
        }
        return Outcome.waiting(Reason.WAITING_FOR_HOST, stay);
    }

    /** The next session of a schedule, which exists already if people wait for it. */
    private Session coming(Call call, Doc schedule, Admission admission) {
        Doc record = call.store()
                .find(SESSIONS, schedule.text("uuid"))
                .map(Doc::copy)
                .orElseGet(admission::session);
        return new Session(call, record);
    }

    private Session open(Call call, Doc schedule, Admission admission) {
        Session session = coming(call, schedule, admission);
        if (admission.practises()) {
            session.record().put("state", SessionState.PRACTICE.word());
            schedules.keep(call, schedule.copy().put("live", true));
            return session;
        }
        begin(call, schedule, session);
        return session;
    }

    private void begin(Call call, Doc schedule, Session session) {
        Instant now = call.second();
        session.record()
                .put("state", SessionState.LIVE.word())
                .put("start_time", now)
                .put("start_key", now + " " + schedule.text("uuid"))
                .put("limit_at", now.plus(LONGEST));
        schedules.keep(call, schedule.copy().put("live", true));
        session.events().started();
        call.later(endings.limit(), schedule.id(), now.plus(LONGEST));
    }

    /** Broadcasts a webinar that is in its practice session: it starts, and the people who wait are admitted. */
    public void broadcast(Call call, Doc schedule) {
        current(call, schedule)
                .map(record -> new Session(call, record.copy()))
                .filter(Session::isPractice)
                .ifPresent(session -> {
                    begin(call, schedule, session);
                    session.broadcast();
                    for (ParticipationState state :
                            List.of(ParticipationState.WAITING_FOR_HOST, ParticipationState.WAITING_FOR_BROADCAST)) {
                        session.in(state).list().stream()
                                .filter(waiting -> !session.isFull(ParticipantRole.of(waiting)))
                                .forEach(session::admit);
                    }
                    session.keep();
                });
    }

    private Outcome enter(Call call, Doc schedule, Session session, Admission admission) {
        boolean opened = session.record().number("inside") == 0;
        Optional<Reason> refusal = admission.refusal(session);
        if (refusal.isPresent()) {
            session.keep();
            return Outcome.refused(refusal.get());
        }
        admission.earlier(session).ifPresent(stay -> session.leave(stay, LeaveReason.OTHER_DEVICE));
        Doc stay = session.arrive(admission.arrival(), admission.role(), admission.rules());
        if (session.isPractice()) {
            return practise(session, admission, stay);
        }
        Outcome outcome;
        if (admission.mustWait()) {
            Doc waiting = session.hold(stay, ParticipationState.WAITING_ROOM);
            session.events().waiting("joined_waiting_room", waiting, call.second());
            outcome = Outcome.waiting(Reason.WAITING_ROOM, waiting);
        } else {
            if (opened && !admission.mayStart()) {
                session.events().early("jbh_joined", stay);
            }
            outcome = Outcome.admitted(session.admit(stay));
            if (opened
                    && admission.isRecorded()
                    && session.recordings().obstacle(Action.CLOUD).isEmpty()) {
                session.recordings().perform(Action.CLOUD, Optional.empty(), call.second());
            }
            if (admission.mayStart()) {
                admitWaiting(session, admission);
            }
        }
        limit(call, schedule, session, admission);
        session.keep();
        return outcome;
    }

    private static Outcome practise(Session session, Admission admission, Doc stay) {
        Outcome outcome = admission.isPresenter()
                ? Outcome.admitted(session.rehearse(stay))
                : Outcome.waiting(
                        Reason.WAITING_FOR_BROADCAST, session.hold(stay, ParticipationState.WAITING_FOR_BROADCAST));
        session.keep();
        return outcome;
    }

    private static void admitWaiting(Session session, Admission admission) {
        session.in(ParticipationState.WAITING_FOR_HOST).list().forEach(waiting -> admission.next(session, waiting));
    }

    private void limit(Call call, Doc schedule, Session session, Admission admission) {
        if (session.record().number("inside") == FREE_PEOPLE
                && UserType.of(admission.host()) == UserType.BASIC
                && !session.record().flag("limited")) {
            Instant end = call.second().plus(FREE);
            session.record().put("limited", true).put("limit_at", end);
            call.later(endings.limit(), schedule.id(), end);
        }
    }

    /** A host who starts a session ends the one that is still running, unless more are allowed at once. */
    private static void endOthers(Call call, Admission admission) {
        if (admission.isHostElsewhere()) {
            admission.running().first().ifPresent(session -> call.publish(new Replaced(session)));
        }
    }

    /**
     * A fact: the host of a session starts another one, so it has to end. Its own kind of sessions ends it.
     *
     * @param session which is running
     */
    public record Replaced(Doc session) implements Fact {}

    private void end(Call call, Replaced replaced) {
        Doc session = replaced.session();
        if (session.text("kind").equals(kind.word())) {
            schedules.find(call, session.text("number")).ifPresent(schedule -> end(call, schedule, LeaveReason.ENDED));
        }
    }

    /** Ends the running session of a schedule. Afterwards the schedule has the UUID of its next session. */
    public void end(Call call, Doc schedule, LeaveReason reason) {
        open(call, schedule)
                .ifPresent(session -> endings.end(call, schedule, new Session(call, session.copy()), reason));
    }

    /** Lets a person leave, or gives up the wait. The last one to leave ends the session. */
    public void leave(Call call, Doc schedule, Doc stay, LeaveReason reason) {
        Session session = new Session(
                call,
                call.store().find(SESSIONS, schedule.text("uuid")).orElseThrow().copy());
        if (session.isPractice()) {
            stopPractising(call, schedule, session, stay);
            return;
        }
        boolean hosted = true;
        if (ParticipationState.IN_MEETING.isOf(stay)) {
            session.leave(stay, reason);
            hosted = !ParticipantRole.HOST.isOf(stay) || session.handOver().isPresent();
        } else {
            session.giveUp(stay, reason);
        }
        if (schedule.flag("live") && (!hosted || session.record().number("inside") == 0)) {
            endings.end(call, schedule, session, LeaveReason.ENDED);
        } else {
            session.keep();
        }
    }

    private void stopPractising(Call call, Doc schedule, Session session, Doc stay) {
        session.forget(stay);
        if (session.record().number("inside") == 0) {
            endings.end(call, schedule, session, LeaveReason.ENDED);
        } else {
            session.keep();
        }
    }

    /** Admits a person from the waiting room; empty if the meeting is full. */
    public Optional<Doc> admit(Call call, Doc schedule, Doc stay) {
        Session session =
                new Session(call, running(call, schedule).orElseThrow().copy());
        if (session.isFull(ParticipantRole.of(stay))) {
            return Optional.empty();
        }
        Instant now = call.second();
        session.events().waiting("admitted", stay, now);
        session.events().waiting("left_waiting_room", stay, now);
        Doc admitted = session.admit(stay);
        session.keep();
        return Optional.of(admitted);
    }

    /** Moves a person from the meeting to the waiting room: the stay ends, and a new one waits. */
    public Doc hold(Call call, Doc schedule, Doc stay) {
        Session session =
                new Session(call, running(call, schedule).orElseThrow().copy());
        session.events().waiting("put_in_waiting_room", stay, call.second());
        session.leave(stay, LeaveReason.MOVED);
        Doc again = session.again(stay);
        session.keep();
        return again;
    }
}
