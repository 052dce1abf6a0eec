package io.greenroom.live;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;
import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.Timeline.Switch;
import io.greenroom.live.states.LeaveReason;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.live.states.SessionState;
import io.greenroom.parts.profiles.PersonName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One session while one command changes it: its document is written once, by {@link #keep}. Used by the unit's thread.
 */
final class Session {
    /** The ids of participants in order of arrival: numbers as the vendor's clients have them. */
    private static final long FIRST_ID = 16_778_240;

    private static final long NEXT_ID = 1_024;

    /** How many people leave in one unit when the session ends. */
    private static final int AT_ONCE = 500;

    /** What a person who is moved to the waiting room does not take along. */
    private static final List<String> AFRESH = List.of(
            "join_time",
            "hand",
            "breakout_room",
            "audio_since",
            "camera_since",
            "sharing_since",
            "room_since",
            "quality_since");

    private final Call call;
    private final Doc record;
    private final LiveEvents events;

    /**
     * A session.
     *
     * @param record a copy that may be changed
     */
    Session(Call call, Doc record) {
        this.call = call;
        this.record = record;
        this.events = new LiveEvents(call, record);
    }

    Doc record() {
        return record;
    }

    LiveEvents events() {
        return events;
    }

    Timeline timeline() {
        return new Timeline(call, record);
    }

    Sharing sharing() {
        return new Sharing(call, this);
    }

    Recordings recordings() {
        return new Recordings(call, this);
    }

    Streams streams() {
        return new Streams(call, this);
    }

    /** Writes the session. */
    void keep() {
        call.store().keep(SESSIONS, record);
    }

    /** Whether it has as many participants as it may. */
    boolean isFull(ParticipantRole role) {
        long attendees = record.number("attendees", 0);
        return role == ParticipantRole.ATTENDEE
                ? attendees >= record.number("attendee_capacity", 0)
                : record.number("inside") - attendees >= record.number("capacity");
    }

    /** Whether the presenters of a webinar practise. */
    boolean isPractice() {
        return SessionState.of(record) == SessionState.PRACTICE;
    }

    /** Lets a presenter practise, which has no events and is not kept. */
    Doc rehearse(Doc stay) {
        add("inside", 1);
        return call.store()
                .insert(
                        PARTICIPATIONS,
                        stay.put("state", ParticipationState.IN_MEETING.word())
                                .put("first", false)
                                .put("join_time", call.second()));
    }

    /** Begins the broadcast after the practice session: the stays of the presenters begin anew. */
    void broadcast() {
        record.put("inside", 0);
        in(ParticipationState.IN_MEETING).list().forEach(this::admit);
    }

    /** Removes a person from the practice session. */
    void forget(Doc stay) {
        call.store().delete(PARTICIPATIONS, stay);
        add("inside", ParticipationState.IN_MEETING.isOf(stay) ? -1 : 0);
    }

    /** Removes the practice session with its people. */
    void forget() {
        Query.Slice some;
        do {
            some = all().page(Query.Start.FIRST, AT_ONCE);
            some.documents().forEach(this::forget);
        } while (some.more());
        call.store().find(SESSIONS, record.text("uuid")).ifPresent(session -> call.store()
                .delete(SESSIONS, session));
    }

    private Query all() {
        return call.store().in(PARTICIPATIONS).where("session", record.text("uuid"));
    }

    /** The stays in a state, in order of arrival. */
    Query in(ParticipationState state) {
        return all().where("state", state.word());
    }

    /** The stay of a person who is in the meeting. */
    Optional<Doc> inside(String person) {
        return all().where("person", person)
                .where("state", ParticipationState.IN_MEETING.word())
                .first();
    }

    /** A person in the meeting with a role. */
    Optional<Doc> first(ParticipantRole role) {
        return in(ParticipationState.IN_MEETING).where("role", role.word()).first();
    }

    /** The id of the next arrival. */
    private String nextId() {
        long before = record.number("arrivals");
        record.put("arrivals", before + 1);
        return Long.toString(FIRST_ID + NEXT_ID * before);
    }

    /**
     * A new stay, not yet admitted.
     *
     * @param rules the settings of the schedule
     */
    Doc arrive(Arrival arrival, ParticipantRole role, Doc rules) {
        String id = nextId();
        Doc given = arrival.equipment();
        Optional<Doc> earlier = given.optionalText("rejoin_of")
                .flatMap(other -> call.store().find(PARTICIPATIONS, record.text("uuid") + "/" + other));
        String name = arrival.name()
                .or(() -> arrival.user().map(PersonName::of))
                .filter(text -> !text.isBlank())
                .or(() -> earlier.map(stay -> stay.text("name")))
                .orElse("Guest " + record.number("arrivals"));
        Doc stay = call.blank(PARTICIPATIONS)
                .put("session", record.text("uuid"))
                .put("user_id", id)
                .put("id", arrival.userId())
                .put(
                        "person",
                        person(arrival, earlier.map(one -> one.text("person")).orElse("stay " + id)))
                .put("name", name)
                .put("email", arrival.address().orElse(""))
                .put("role", role.word())
                .put("arrived", call.second());
        Equipment.fill(call, record, stay, arrival);
        Telephones.fill(call, stay, rules);
        return stay.put("muted", Equipment.isMuted(given, rules, role))
                .put("camera_on", Equipment.hasCameraOn(given, rules, role, stay.text("device")));
    }

    static String person(Arrival arrival, String otherwise) {
        return arrival.user()
                .map(user -> "user " + user.id())
                .or(() -> arrival.email().map(email -> "email " + email.toLowerCase(Locale.ROOT)))
                .orElse(otherwise);
    }

    /** Whether the host has removed a person from this session. */
    boolean hasRemoved(String person) {
        return all().where("person", person).where("removed", true).exists();
    }

    /** Lets a person in who has arrived or waits. */
    Doc admit(Doc stay) {
        boolean first =
                !all().where("person", stay.text("person")).where("first", true).exists();
        Doc coming = (stay.version() == 0 ? stay : stay.copy())
                .put("state", ParticipationState.IN_MEETING.word())
                .put("first", first)
                .put("join_time", call.second());
        begin(coming);
        Doc admitted = call.store().keep(PARTICIPATIONS, coming);
        add("inside", 1);
        add("persons", first ? 1 : 0);
        add("attendees", ParticipantRole.ATTENDEE.isOf(stay) ? 1 : 0);
        events.joined(admitted);
        return admitted;
    }

    /** Notes what a person's client does from the beginning. */
    private void begin(Doc stay) {
        Timeline timeline = timeline();
        timeline.begin(stay, Switch.QUALITY);
        if (!stay.flag("muted")) {
            timeline.begin(stay, Switch.AUDIO);
        }
        if (stay.flag("camera_on")) {
            timeline.begin(stay, Switch.CAMERA);
            stay.put("had_camera", true);
            record.put("has_video", true);
        }
        switch (stay.text("audio")) {
            case "voip" -> record.put("has_voip", true);
            case "phone" -> record.put("has_pstn", true);
            case "third_party" -> record.put("has_3rd_party_audio", true);
            default -> {} // listens and speaks by no means
        }
        if (stay.text("device").equals("H.323/SIP")) {
            record.put("has_sip", true);
        }
    }

    private void add(String counter, long more) {
        record.put(counter, record.number(counter, 0) + more);
    }

    /** Lets a person wait. */
    Doc hold(Doc stay, ParticipationState state) {
        return call.store()
                .keep(PARTICIPATIONS, stay.copy().put("state", state.word()).put("first", false));
    }

    /** A new stay in the waiting room of a person who was in the meeting. */
    Doc again(Doc stay) {
        Doc waiting = stay.as(stay.schema());
        AFRESH.forEach(waiting::remove);
        waiting.put("user_id", nextId())
                .put("state", ParticipationState.WAITING_ROOM.word())
                .put("first", false)
                .put("arrived", call.second());
        return call.store().insert(PARTICIPATIONS, waiting);
    }

    /** Ends the stay of a person who is in the meeting. */
    void leave(Doc stay, LeaveReason reason) {
        Instant now = closing();
        Doc leaving = ended(stay, reason).put("leave_time", now);
        sharing().stop(leaving, now);
        Doc left = call.store().update(PARTICIPATIONS, leaving);
        long seconds = Duration.between(stay.instant("join_time"), now).toSeconds();
        add("inside", -1);
        add("attendees", ParticipantRole.ATTENDEE.isOf(stay) ? -1 : 0);
        add("seconds", Math.max(0, seconds));
        events.left(left);
    }

    private static Doc ended(Doc stay, LeaveReason reason) {
        return stay.copy()
                .put("state", ParticipationState.LEFT.word())
                .put("leave_reason", reason.word())
                .put("removed", reason == LeaveReason.REMOVED);
    }

    /** The present time, or the end of a session that is ending. */
    private Instant closing() {
        return record.has("end_time") ? record.instant("end_time") : call.second();
    }

    /** Ends the wait of a person who is not admitted. */
    void giveUp(Doc stay, LeaveReason reason) {
        Doc left = call.store().update(PARTICIPATIONS, ended(stay, reason));
        if (ParticipationState.WAITING_ROOM.isOf(stay)) {
            events.waiting("left_waiting_room", left, closing());
        }
    }

    /** Gives the role of a host who left to another: a co-host, else the user who has been there longest. */
    Optional<Doc> handOver() {
        return first(ParticipantRole.CO_HOST).or(this::longestUser).map(stay -> call.store()
                .update(PARTICIPATIONS, stay.copy().put("role", ParticipantRole.HOST.word())));
    }

    private Optional<Doc> longestUser() {
        Query.Start start = Query.Start.FIRST;
        Query.Slice some;
        do {
            some = in(ParticipationState.IN_MEETING).page(start, AT_ONCE);
            Optional<Doc> user = some.documents().stream()
                    .filter(stay -> !stay.text("id").isEmpty())
                    .findFirst();
            if (user.isPresent()) {
                return user;
            }
            start = Query.Start.after(some.last());
        } while (some.more());
        return Optional.empty();
    }

    /**
     * Ends the session: those inside leave in the order in which they joined. A unit lets at most {@value #AT_ONCE}
     * leave.
     *
     * @return whether all have left
     */
    boolean end(LeaveReason reason) {
        if (!record.has("end_time")) {
            Instant now = call.second();
            long lag = call.options().number("history.lag-minutes");
            record.put("end_time", now).put("visible_at", now.plus(Duration.ofMinutes(lag)));
            sharing().stop(now);
            recordings().end(now);
            streams().end(now);
            record.remove("poll");
        }
        int left = 0;
        for (ParticipationState state : ParticipationState.WAITING) {
            List<Doc> some = in(state).page(Query.Start.FIRST, AT_ONCE - left).documents();
            some.forEach(stay -> giveUp(stay, reason));
            left += some.size();
            if (left == AT_ONCE) {
                return isGoingOn(reason);
            }
        }
        Query.Slice inside =
                in(ParticipationState.IN_MEETING).ascending("join_time").page(Query.Start.FIRST, AT_ONCE - left);
        inside.documents().forEach(stay -> leave(stay, reason));
        if (inside.more()) {
            return isGoingOn(reason);
        }
        record.put("state", SessionState.ENDED.word());
        events.ended();
        return true;
    }

    private boolean isGoingOn(LeaveReason reason) {
        record.put("state", SessionState.ENDING.word()).put("end_reason", reason.word());
        return false;
    }
}
