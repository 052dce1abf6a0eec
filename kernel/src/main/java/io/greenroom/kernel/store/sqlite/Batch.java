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

    /** A unit failed after a change, and only the whole batch can be rolled back. */
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
     * @param apart whether each unit gets a savepoint, for which SQLite must copy each page that it changes
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

    /** A row as earlier units of this batch left it; the cache knows the rest, because only this thread commits. */
    Kept recall(DocCache.Key key) {
        Kept changed = changes.get(key);
        return changed != null ? changed : cache.get(key);
    }

    /** Caches a row that no unit of this batch has changed: the database shows it as of the last commit. */
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

    /** Inserts a row at the end of a table and returns its sequence number. */
    long insert(StoredTable table, String json, String account, String key) {
        long place = sequences.next(session, table.name());
        session.change(table.insertAt(), place, json, account, key);
        return place;
    }

    void write(Appended more) {
        sequences.forget(more.tables());
        more.write(session);
    }

    /** Writes the appended rows so that queries see them. */
    void settle() {
        write(appended);
    }

    void begin() {
        session.command("BEGIN IMMEDIATE");
    }

    /** Commits and publishes the changes to the readers. */
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
