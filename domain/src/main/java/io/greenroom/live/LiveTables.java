package io.greenroom.live;

import io.greenroom.kernel.store.Table;
import java.util.List;

/** The tables of running and past sessions. */
public final class LiveTables {
    /** Sessions by UUID. */
    public static final Table SESSIONS = Table.of("sessions", "SessionRecord")
            .key("uuid")
            .columns("number", "host_id", "state", "start_key", "visible_at");

    /** Participations by session and participant id. */
    public static final Table PARTICIPATIONS = Table.of("participations", "ParticipationRecord")
            .key("session", "user_id")
            .columns("session", "state", "person", "first", "removed", "role", "join_time")
            .counted("session", "first");

    private LiveTables() {}

    /** All of them. */
    public static List<Table> all() {
        return List.of(SESSIONS, PARTICIPATIONS);
    }
}
