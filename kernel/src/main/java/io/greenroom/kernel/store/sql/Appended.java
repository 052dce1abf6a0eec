package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.store.OutboxEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What units add to the ends of tables and do not read again: events and appended documents. It is kept back until the
 * commit and then written in few statements, in order. Used by one thread at a time.
 */
public final class Appended {
    private final List<OutboxEvent> events = new ArrayList<>();
    private final Map<StoredTable, List<List<Object>>> rows = new LinkedHashMap<>();

    void add(OutboxEvent event) {
        events.add(event);
    }

    /** A document that is to be a new row. */
    void add(StoredTable table, String json, String account, String key) {
        rows.computeIfAbsent(table, first -> new ArrayList<>()).add(List.of(json, account, key));
    }

    /** Takes over what another has gathered. */
    public void addAll(Appended others) {
        events.addAll(others.events);
        others.rows.forEach((table, added) ->
                rows.computeIfAbsent(table, first -> new ArrayList<>()).addAll(added));
    }

    /** Adds everything to the database. */
    public void write(Session session) {
        QueueRows.announce(session, events);
        events.clear();
        rows.forEach((table, added) -> session.add(table.append(), table.appended(), "", added));
        rows.clear();
    }
}
