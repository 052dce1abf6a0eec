package io.greenroom.live.script;

import io.greenroom.kernel.store.Table;
import java.util.List;

/** The tables of scripts. */
public final class ScriptTables {
    static final Table SCRIPTS = Table.of("scripts", "ScriptRecord")
            .kind("script")
            .columns("schedule_id", "action")
            .goesWith("meeting", "schedule_id")
            .goesWith("webinar", "schedule_id");

    /** The texts, apart from what each act changes. */
    static final Table TEXTS = Table.of("script_texts", "ScriptTextRecord")
            .key("script")
            .columns("script")
            .goesWith("script", "script");

    static final Table PEOPLE = Table.of("script_people", "ScriptPersonRecord")
            .key("script", "name")
            .columns("script")
            .goesWith("script", "script");

    private ScriptTables() {}

    /** All of them. */
    public static List<Table> all() {
        return List.of(SCRIPTS, TEXTS, PEOPLE);
    }
}
