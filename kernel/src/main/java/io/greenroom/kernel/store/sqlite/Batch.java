package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.store.sql.Appended;
import io.greenroom.kernel.store.sql.Kept;
import io.greenroom.kernel.store.sql.Session;
import io.greenroom.kernel.store.sql.StoredTable;
import io.greenroom.kernel.store.sql.Totals;
import java.util.HashMap;
import java.util.Map;

/** Units that are committed together. Used by the writer's thread. */
final class Batch {
    private final Session session;
    private final Sequences sequences;
    private final DocCache cache;
    private final boolean apart;
    private final Map<DocCache.Key, Kept> changes = new HashMap<>();
    private final Totals totals = new Totals();
    private final Appended appended = new Appended();

    /** A unit that has changed something failed, and only the whole batch can be undone. */
    static final class Spoiled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spoiled() {
            super(null, null, false, false);
        }
    }

    /**
     * A batch that has not begun.
     *
     * @param sequences of the same session
     * @param apart whether each unit is undone by itself when it fails, for which SQLite must copy each page that it
     * changes
     */
    Batch(Session session, Sequences sequences, DocCache cache, boolean apart) {
        this.session = session;
        this.sequences = sequences;
        this.cache = cache;
        this.apart = apart;
    }

    boolean apart() {
        return apart;
    }

    Session session() {
        return session;
    }

    /** A row as the units before have left it; the cache knows the rest, since nobody else commits. */
    Kept recall(DocCache.Key key) {
        Kept changed = changes.get(key);
        return changed != null ? changed : cache.get(key);
    }

    /** Remembers a row that no unit of this batch has changed: the database shows it as the last commit left it. */
    void learn(DocCache.Key key, Kept row) {
        cache.put(key, row);
    }

    long pending(Totals.Total total) {
        return totals.of(total);
    }

    void add(Map<DocCache.Key, Kept> moreChanges, Totals moreTotals, Appended more) {
        changes.putAll(moreChanges);
        totals.addAll(moreTotals);
        appended.addAll(more);
    }

    /** Adds a row at the end of a table and tells its place. */
    long insert(StoredTable table, String json, String account, String key) {
        long place = sequences.next(session, table.name());
        session.change(table.insertAt(), place, json, account, key);
        return place;
    }

    void write(Appended more) {
        sequences.forget(more.tables());
        more.write(session);
    }

    /** Has the database show what its units have appended. */
    void settle() {
        write(appended);
    }

    void begin() {
        session.command("BEGIN IMMEDIATE");
    }

    /** Makes everything durable and shows it to the readers. */
    void commit() {
        settle();
        totals.write(session);
        boolean committed = false;
        cache.beginCommit();
        try {
            session.command("COMMIT");
            committed = true;
        } finally {
            cache.endCommit(committed ? changes : Map.of());
        }
    }
}
