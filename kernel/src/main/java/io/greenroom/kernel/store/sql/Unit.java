package io.greenroom.kernel.store.sql;

import java.util.function.Function;

/** One running unit of work, as its transactions see it. Used by the thread that runs it. */
public interface Unit {

    /** Asks the database, on the unit's snapshot. */
    <T> T ask(Function<Session, T> question);

    /** Called before another account is looked at. */
    void enter(String account);

    /** Called before anything is changed; a breach in a unit that only reads. */
    void changing();

    /** What the unit may believe of a row without asking, or {@link Kept#UNKNOWN}. */
    Kept recall(StoredTable table, String account, String key);

    /** Any instance of a row's document that is at hand, of whatever version, or {@link Kept#UNKNOWN}. */
    Kept instance(StoredTable table, String account, String key);

    /** Called after a row was read from the database, or {@link Kept#GONE} was found there. */
    void learn(StoredTable table, String account, String key, Kept row);

    /** Adds a row to a table and tells its place. */
    long insert(StoredTable table, String json, String account, String key);

    /** Called after a row was changed. */
    void changed(StoredTable table, String account, String key, Kept row);

    /** What the unit has added to totals. */
    Totals totals();

    /** What the unit has added and does not read. */
    Appended appended();

    /** Has the database show what was appended so far, by units of the same commit too. */
    void settle();

    /** What else was added to a total that the database does not show yet. */
    long pending(Totals.Total total);
}
