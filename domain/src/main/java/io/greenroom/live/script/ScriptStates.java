package io.greenroom.live.script;

import static io.greenroom.live.script.ScriptTables.PEOPLE;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.LiveTables;
import java.util.List;
import java.util.Optional;

/** Shows scripts and what came of them. */
final class ScriptStates {
    private static final int MOST_PEOPLE = 10_000;

    private ScriptStates() {}

    static Doc of(Call call, Doc script) {
        Optional<Doc> session = call.store().find(LiveTables.SESSIONS, script.text("uuid"));
        Doc state = call.as("ScriptState", script)
                .put("session", session.map(one -> one.text("state")).orElse("none"))
                .put("people", people(call, script));
        session.flatMap(one -> one.optionalText("start_time")).ifPresent(start -> state.put("start_time", start));
        session.flatMap(one -> one.optionalText("end_time")).ifPresent(end -> state.put("end_time", end));
        return state;
    }

    private static List<Doc> people(Call call, Doc script) {
        return call
                .store()
                .in(PEOPLE)
                .where("script", script.id())
                .page(Query.Start.FIRST, MOST_PEOPLE)
                .documents()
                .stream()
                .map(person -> person(call, person.text("name"), person.optionalText("user_id"))
                        .put("registrant_id", person.optionalText("registrant_id")))
                .toList();
    }

    static Doc person(Call call, String name, Optional<String> participantId) {
        return call.blank("ScriptPerson").put("name", name).put("participant_id", participantId);
    }
}
