package io.greenroom.kernel.store.postgres;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.sql.Appended;
import io.greenroom.kernel.store.sql.Kept;
import io.greenroom.kernel.store.sql.Session;
import io.greenroom.kernel.store.sql.StoredTable;
import io.greenroom.kernel.store.sql.Totals;
import io.greenroom.kernel.store.sql.Unit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * A unit with its own transaction. A write unit locks every account that it looks at, so that units of one account run
 * one after the other, on all nodes.
 */
final class PostgresUnit implements Unit {
    private static final String LOCK = "SELECT CAST(pg_advisory_xact_lock(hashtextextended(?, 4733)) AS TEXT)";

    private final Session session;
    private final boolean reading;
    private final Set<String> entered = new HashSet<>();
    private final Totals totals = new Totals();
    private final Appended appended = new Appended();

    PostgresUnit(Session session, boolean reading) {
        this.session = session;
        this.reading = reading;
    }

    @Override
    public <T> T ask(Function<Session, T> question) {
        return question.apply(session);
    }

    @Override
    public void enter(String account) {
        if (!reading && entered.add(account)) {
            session.list(LOCK, row -> "", account);
        }
    }

    @Override
    public void changing() {
        if (reading) {
            throw new ContractViolation("A unit that reads may not change anything");
        }
    }

    @Override
    public Kept recall(StoredTable table, String account, String key) {
        return Kept.UNKNOWN;
    }

    @Override
    public Kept instance(StoredTable table, String account, String key) {
        return Kept.UNKNOWN;
    }

    @Override
    public void learn(StoredTable table, String account, String key, Kept row) {
        // Another node may change it at any time.
    }

    @Override
    public long insert(StoredTable table, String json, String account, String key) {
        return session.number(table.insert(), json, account, key);
    }

    @Override
    public void changed(StoredTable table, String account, String key, Kept row) {
        // The database has the answer.
    }

    @Override
    public Totals totals() {
        return totals;
    }

    @Override
    public Appended appended() {
        return appended;
    }

    @Override
    public void settle() {
        appended.write(session);
    }

    @Override
    public long pending(Totals.Total total) {
        return 0;
    }

    /** Commits the unit. */
    void commit() {
        appended.write(session);
        totals.write(session);
        session.commit();
    }
}
