package io.greenroom.live;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;
import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.profiles.PersonName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

    /** Writes the session. */
    void keep() {
        call.store().keep(SESSIONS, record);
    }

    /** Whether it has as many participants as it may. */
    boolean isFull() {
        return record.number("inside") >= record.number("capacity");
    }

    /** The people in a state, in order of arrival. */
    List<Doc> in(String state) {
        return all().where("state", state).list();
    }

    private Query all() {
        return call.store().in(PARTICIPATIONS).where("session", record.text("uuid"));
    }

    /** The id of the next arrival. */
    private String nextId() {
        long before = record.number("arrivals");
        record.put("arrivals", before + 1);
        return Long.toString(FIRST_ID + NEXT_ID * before);
    }

    /** A new stay, not yet admitted. */
    Doc arrive(Arrival arrival, String role) {
        String id = nextId();
        String name = arrival.name()
                .or(() -> arrival.user().map(PersonName::of))
                .filter(text -> !text.isBlank())
                .orElse("Guest " + record.number("arrivals"));
        Doc equipment = arrival.equipment();
        return call.blank(PARTICIPATIONS)
                .put("session", record.text("uuid"))
                .put("user_id", id)
                .put("id", arrival.userId())
                .put("person", person(arrival, id))
                .put("name", name)
                .put("email", arrival.address().orElse(""))
                .put("role", role)
                .put("device", equipment.text("device", "Windows"))
                .put("ip_address", equipment.text("ip", ""))
                .put("location", equipment.text("location", ""))
                .put("arrived", call.second());
    }

    static String person(Arrival arrival, String otherwise) {
        return arrival.user()
                .map(user -> "user " + user.id())
                .or(() -> arrival.email().map(email -> "email " + email.toLowerCase(Locale.ROOT)))
                .orElse("stay " + otherwise);
    }

    /** Whether the host has removed a person from this session. */
    boolean hasRemoved(String person) {
        return all().where("person", person).list().stream().anyMatch(stay -> stay.flag("removed"));
    }

    /** Lets a person in who has arrived or waits. */
    Doc admit(Doc stay) {
        boolean first =
                !all().where("person", stay.text("person")).where("first", true).exists();
        Doc admitted = call.store()
                .keep(
                        PARTICIPATIONS,
                        stay.copy()
                                .put("state", "in_meeting")
                                .put("first", first)
                                .put("join_time", call.second()));
        record.put("inside", record.number("inside") + 1).put("persons", record.number("persons") + (first ? 1 : 0));
        events.joined(admitted);
        return admitted;
    }

    /** Lets a person wait. */
    Doc hold(Doc stay, String state) {
        return call.store().keep(PARTICIPATIONS, stay.copy().put("state", state).put("first", false));
    }

    /** A new stay in the waiting room of a person who was in the meeting. */
    Doc again(Doc stay) {
        Doc waiting = stay.as(stay.schema())
                .remove("join_time")
                .put("user_id", nextId())
                .put("state", "waiting_room")
                .put("first", false)
                .put("arrived", call.second());
        return call.store().insert(PARTICIPATIONS, waiting);
    }

    /** Ends the stay of a person who is in the meeting. */
    void leave(Doc stay, String reason) {
        Instant now = call.second();
        Doc left = call.store()
                .update(
                        PARTICIPATIONS,
                        stay.copy()
                                .put("state", "left")
                                .put("leave_time", now)
                                .put("leave_reason", reason)
                                .put("removed", reason.equals("removed")));
        long seconds = Duration.between(stay.instant("join_time"), now).toSeconds();
        record.put("inside", record.number("inside") - 1)
                .put("seconds", record.number("seconds") + Math.max(0, seconds));
        events.left(left);
    }

    /** Ends the wait of a person who is not admitted. */
    void giveUp(Doc stay, String reason) {
        boolean inRoom = stay.text("state").equals("waiting_room");
        Doc left = call.store()
                .update(
                        PARTICIPATIONS,
                        stay.copy()
                                .put("state", "left")
                                .put("leave_reason", reason)
                                .put("removed", reason.equals("removed")));
        if (inRoom) {
            events.waiting("left_waiting_room", left, call.second());
        }
    }

    /** Gives the role of a host who left to another: a co-host, else the user who has been there longest. */
    Optional<Doc> handOver(List<Doc> inside) {
        Optional<Doc> next = inside.stream()
                .filter(stay -> !stay.text("id").isEmpty())
                .min(Comparator.comparing(stay -> stay.text("role").equals("co_host") ? 0 : 1));
        return next.map(stay -> call.store().update(PARTICIPATIONS, stay.copy().put("role", "host")));
    }

    /** Ends the session: those inside leave in the order in which they joined. */
    void end(String reason) {
        in("waiting_room").forEach(stay -> giveUp(stay, reason));
        in("waiting_for_host").forEach(stay -> giveUp(stay, reason));
        in("in_meeting").stream()
                .sorted(Comparator.comparing(stay -> stay.instant("join_time")))
                .forEach(stay -> leave(stay, reason));
        record.put("state", "ended").put("end_time", call.second());
        events.ended();
    }
}
