package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.store.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What units add to the ends of tables and do not read again: events and appended documents. It is kept back until the
 * commit and then written in few statements, in order. Used by one thread at a time.
 */
public final class Appended {
    private static final int AT_ONCE = 8;

    private final List<OutboxEvent> events = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** A document that is to be a new row. */
    record Row(StoredTable table, String json, String account, String key) {}

    void add(OutboxEvent event) {
        events.add(event);
    }

    void add(Row row) {
        rows.add(row);
    }

    /** Takes over what another has gathered. */
    public void addAll(Appended others) {
        events.addAll(others.events);
        rows.addAll(others.rows);
    }

    /** Adds everything to the database. */
    public void write(Session session) {
        QueueRows.announce(session, events);
        events.clear();
        for (int from = 0; from < rows.size(); ) {
            StoredTable table = rows.get(from).table();
            int to = from + 1;
            while (to < rows.size() && to < from + AT_ONCE && rows.get(to).table() == table) {
                to++;
            }
            Object[] values = rows.subList(from, to).stream()
                    .flatMap(row -> Stream.of(row.json(), row.account(), row.key()))
                    .toArray();
            session.change(table.append(to - from), values);
            from = to;
        }
        rows.clear();
    }
}
