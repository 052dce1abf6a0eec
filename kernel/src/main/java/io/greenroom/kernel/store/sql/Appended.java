package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.OutboxEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows that units add and do not read again: events, scheduled work and appended documents. They are buffered until the
 * commit and then written in few statements, in order. Used by one thread at a time.
 */
public final class Appended {
    private final List<OutboxEvent> events = new ArrayList<>();
    private final Map<Subject, Due> dues = new LinkedHashMap<>();
    private final Map<StoredTable, List<List<Object>>> rows = new LinkedHashMap<>();

    private record Subject(String account, String kind, String name) {}

    void add(OutboxEvent event) {
        events.add(event);
    }

    /** Replaces earlier work of the same kind and subject. */
    void add(Due due) {
        dues.put(new Subject(due.account(), due.kind(), due.subject()), due);
    }

    /** Adds a document as a new row. */
    void add(StoredTable table, String json, String account, String key) {
        rows.computeIfAbsent(table, first -> new ArrayList<>()).add(List.of(json, account, key));
    }

    /** Moves the rows of another buffer into this one. */
    public void addAll(Appended others) {
        events.addAll(others.events);
        dues.putAll(others.dues);
        others.rows.forEach((table, added) ->
                rows.computeIfAbsent(table, first -> new ArrayList<>()).addAll(added));
    }

    /** The tables that documents are appended to. */
    public Set<String> tables() {
        return rows.keySet().stream().map(StoredTable::name).collect(Collectors.toSet());
    }

    /** Writes all buffered rows to the database. */
    public void write(Session session) {
        QueueRows.announce(session, events);
        events.clear();
        QueueRows.schedule(session, dues.values());
        dues.clear();
        rows.forEach((table, added) -> session.add(table.append(), table.appended(), "", added));
        rows.clear();
    }
}
