package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.store.sql.Appended;
import io.greenroom.kernel.store.sql.Kept;
import io.greenroom.kernel.store.sql.Session;
import io.greenroom.kernel.store.sql.StoredTable;
import io.greenroom.kernel.store.sql.Totals;
import io.greenroom.kernel.store.sql.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A write unit in a batch. Its savepoint, if it has one, is set before its first change. */
final class WriteUnit implements Unit {
    private final Batch batch;
    private final Map<DocCache.Key, Kept> changes = new HashMap<>();
    private final Totals totals = new Totals();
    private final Appended appended = new Appended();
    private boolean changing;

    WriteUnit(Batch batch) {
        this.batch = batch;
    }

    @Override
    public <T> T ask(Function<Session, T> question) {
        return question.apply(batch.session());
    }

    @Override
    public void enter(String account) {
        // Units run one after the other.
    }

    @Override
    public void changing() {
        if (!changing) {
            changing = true;
            if (batch.apart()) {
                batch.session().command("SAVEPOINT unit");
            }
        }
    }

    @Override
    public Kept recall(StoredTable table, String account, String key) {
        DocCache.Key place = new DocCache.Key(table.name(), account, key);
        Kept own = changes.get(place);
        return own != null ? own : batch.recall(place);
    }

    @Override
    public Kept instance(StoredTable table, String account, String key) {
        return recall(table, account, key);
    }

    @Override
    public void learn(StoredTable table, String account, String key, Kept row) {
        batch.learn(new DocCache.Key(table.name(), account, key), row);
    }

    @Override
    public long insert(StoredTable table, String json, String account, String key) {
        return batch.insert(table, json, account, key);
    }

    @Override
    public void changed(StoredTable table, String account, String key, Kept row) {
        changes.put(new DocCache.Key(table.name(), account, key), row);
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
        batch.settle();
        batch.write(appended);
    }

    @Override
    public long pending(Totals.Total total) {
        return batch.pending(total);
    }

    /** Called when the unit has succeeded. */
    void keep() {
        if (changing) {
            if (batch.apart()) {
                batch.write(appended);
                batch.session().command("RELEASE unit");
            }
            batch.add(changes, totals, appended);
        }
    }

    /**
     * Rolls the unit back.
     *
     * @throws Batch.Spoiled when only the whole batch can be rolled back
     */
    void undo() {
        if (changing && !batch.apart()) {
            throw new Batch.Spoiled();
        }
        if (changing) {
            batch.session().command("ROLLBACK TO unit");
            batch.session().command("RELEASE unit");
        }
    }
}
