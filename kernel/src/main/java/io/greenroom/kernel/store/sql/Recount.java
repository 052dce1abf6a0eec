package io.greenroom.kernel.store.sql;

import java.util.HashMap;
import java.util.Map;

/** Counts tables whose declared totals differ from those in the database, so that a release can add totals. */
public final class Recount {
    private static final String KNOWN = "SELECT name, totals FROM counted";
    private static final String REMEMBER = "INSERT INTO counted (name, totals) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET totals = excluded.totals";
    private static final String FORGET = "DELETE FROM totals WHERE name = ? OR SUBSTR(name, 1, CAST(? AS INTEGER)) = ?";

    private final Session session;

    private Recount(Session session) {
        this.session = session;
    }

    /**
     * Counts what has to be counted.
     *
     * @param session in the transaction of the migrations
     */
    public static void apply(Session session, Tables tables) {
        new Recount(session).apply(tables);
    }

    private void apply(Tables tables) {
        Map<String, String> known = new HashMap<>();
        session.list(KNOWN, row -> known.put(row.getString(1), row.getString(2)));
        for (StoredTable table : tables.all()) {
            String totals = table.totals().description();
            if (!totals.equals(known.getOrDefault(table.name(), "[]"))) {
                count(table);
                session.change(REMEMBER, table.name(), totals);
            }
        }
    }

    private void count(StoredTable table) {
        String columns = table.name() + "|";
        session.change(FORGET, table.name(), columns.length(), columns);
        Totals totals = new Totals();
        session.list(table.totals().recount(), row -> {
            table.totals().addCounted(totals, row);
            return totals;
        });
        totals.write(session);
    }
}
