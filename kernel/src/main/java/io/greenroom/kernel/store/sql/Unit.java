package io.greenroom.kernel.store.sql;

import java.util.function.Function;

/** A running unit of work as its transactions see it. Used by the thread that runs it. */
public interface Unit {

    /** Runs a query on the unit's snapshot. */
    <T> T ask(Function<Session, T> question);

    /** Called before the unit looks at another account. */
    void enter(String account);

    /** Called before the first change; a violation in a read unit. */
    void changing();

    /** What the cache knows about a row in this unit's snapshot, or {@link Kept#UNKNOWN}. */
    Kept recall(StoredTable table, String account, String key);

    /** Any cached instance of a row's document, in any version, or {@link Kept#UNKNOWN}. */
    Kept instance(StoredTable table, String account, String key);

    /** Called after a row was read from the database, or {@link Kept#GONE} was found. */
    void learn(StoredTable table, String account, String key, Kept row);

    /** Inserts a row and returns its sequence number. */
    long insert(StoredTable table, String json, String account, String key);

    /** Called after a row was changed. */
    void changed(StoredTable table, String account, String key, Kept row);

    /** The unit's changes of totals. */
    Totals totals();

    /** The rows that the unit has appended. */
    Appended appended();

    /** Writes the appended rows, also those of earlier units in the same commit, so that queries see them. */
    void settle();

    /** The change of a total that the database does not show yet. */
    long pending(Totals.Total total);
}
