package io.greenroom.live.talk;

import static io.greenroom.live.LiveTables.SATISFACTIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/** What people say about a session, during it or after it. The last word of a person counts. */
public final class Satisfaction {
    private Satisfaction() {}

    /**
     * Keeps what a person said.
     *
     * @param stay one of the person's stays
     * @param complaints empty if the session was good
     */
    public static void keep(Call call, Doc stay, boolean good, List<String> complaints) {
        String key = stay.text("session") + "/" + stay.text("person");
        Doc said = call.store().find(SATISFACTIONS, key).map(Doc::copy).orElseGet(() -> call.blank(SATISFACTIONS)
                .put("session", stay.text("session"))
                .put("person", stay.text("person")));
        call.store()
                .keep(
                        SATISFACTIONS,
                        said.put("id", stay.text("id"))
                                .put("name", stay.text("name"))
                                .put("email", stay.text("email", ""))
                                .put("quality", good ? "GOOD" : "NOT GOOD")
                                .put("complaints", good ? List.of() : complaints)
                                .put("at", call.second()));
    }
}
