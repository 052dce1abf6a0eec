package io.greenroom.live.script;

import static io.greenroom.live.script.ScriptTables.PEOPLE;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.LiveTables;
import io.greenroom.live.plan.Person;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which participants the people of one script are. Single steps have no script: their people are known by name. */
final class Roster {
    private static final int MOST_PRESENT = 10_000;

    private final String script;
    private final Map<String, String> joined = new LinkedHashMap<>();

    /**
     * The people of a script.
     *
     * @param script id under which they are kept; empty for a single step
     */
    Roster(String script) {
        this.script = script;
    }

    /** Keeps which participant a person is. */
    void joined(Call call, String who, Doc stay) {
        joined.put(who, stay.text("user_id"));
        keep(call, who, "user_id", stay.text("user_id"));
    }

    /** Keeps an id of a person. */
    void keep(Call call, String who, String field, String value) {
        if (!script.isEmpty()) {
            Doc known = person(call, who)
                    .map(Doc::copy)
                    .orElseGet(() -> call.blank(PEOPLE).put("script", script).put("name", who));
            call.store().keep(PEOPLE, known.put(field, value));
        }
    }

    /** An id of a person that has been kept. */
    Optional<String> known(Call call, String who, String field) {
        return person(call, who).flatMap(person -> person.optionalText(field));
    }

    private Optional<Doc> person(Call call, String who) {
        return call.store().find(PEOPLE, script + "/" + who);
    }

    /** The people that have joined in this unit. */
    List<Doc> joined(Call call) {
        return joined.entrySet().stream()
                .map(person -> ScriptStates.person(call, person.getKey(), Optional.of(person.getValue())))
                .toList();
    }

    /** The stays that a name means; of a person, the latest one, which may be over. */
    List<Doc> stays(Call call, Doc schedule, String who) {
        return switch (who) {
            case Person.ALL -> present(call, schedule, ParticipationState.IN_MEETING);
            case Person.WAITING -> present(call, schedule, ParticipationState.WAITING_ROOM);
            default -> stay(call, schedule, who).stream().toList();
        };
    }

    /** The latest stay of a person who has left and may come back. */
    Optional<Doc> earlier(Call call, Doc schedule, String who) {
        Optional<Doc> latest = script.isEmpty()
                ? stay(call, schedule, who)
                : known(call, who, "user_id").flatMap(id -> stored(call, schedule, id));
        return latest.filter(ParticipationState.LEFT::isOf);
    }

    private static Optional<Doc> stored(Call call, Doc schedule, String participantId) {
        return call.store().find(LiveTables.PARTICIPATIONS, schedule.text("uuid") + "/" + participantId);
    }

    /** The latest stay of a person. */
    Optional<Doc> stay(Call call, Doc schedule, String who) {
        return known(call, who, "user_id")
                .or(() -> Optional.of(who))
                .flatMap(id -> stored(call, schedule, id))
                .or(() -> named(call, schedule, who));
    }

    /** A person who came in without this script, by role or name; one who is there before one who has left. */
    private static Optional<Doc> named(Call call, Doc schedule, String who) {
        List<Doc> found = all(call, schedule).newestFirst().page(Query.Start.FIRST, MOST_PRESENT).documents().stream()
                .filter(stay -> who.equals(Person.HOST)
                        ? ParticipantRole.HOST.isOf(stay)
                        : stay.text("name").equals(who))
                .toList();
        return found.stream()
                .filter(stay -> !ParticipationState.LEFT.isOf(stay))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static List<Doc> present(Call call, Doc schedule, ParticipationState state) {
        return all(call, schedule)
                .where("state", state.word())
                .page(Query.Start.FIRST, MOST_PRESENT)
                .documents();
    }

    private static Query all(Call call, Doc schedule) {
        return call.store().in(LiveTables.PARTICIPATIONS).where("session", schedule.text("uuid"));
    }
}
