package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Optional;

/** A unit's view of one account. */
public final class SqlTransaction implements Transaction {
    /** Maximum number of dependent rows that one statement deletes. */
    private static final int AT_ONCE = 500;

    private final Unit unit;
    private final Tables tables;
    private final String account;

    public SqlTransaction(Unit unit, Tables tables, String account) {
        this.unit = unit;
        this.tables = tables;
        this.account = account;
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public Transaction as(String otherAccount) {
        unit.enter(otherAccount);
        return new SqlTransaction(unit, tables, otherAccount);
    }

    @Override
    public Doc blank(Table table) {
        return new Doc(tables.of(table).schema());
    }

    @Override
    public Optional<Doc> find(Table table, String key) {
        StoredTable rows = tables.of(table);
        Kept known = unit.recall(rows, account, key);
        if (known.known()) {
            return known.document();
        }
        Kept found = unit.ask(session -> session.first(rows.find(), rows::row, account, key))
                .orElse(Kept.GONE);
        unit.learn(rows, account, key, found);
        return found.document();
    }

    @Override
    public Query in(Table table) {
        return new SqlQuery(unit, tables.of(table), Optional.of(account));
    }

    @Override
    public Query across(Table table) {
        return new SqlQuery(unit, tables.of(table), Optional.empty());
    }

    @Override
    public Doc insert(Table table, Doc document) {
        StoredTable rows = tables.of(table);
        String key = rows.key(document);
        String json = Json.write(document.freeze());
        unit.changing();
        long position = unit.insert(rows, json, account, key);
        rows.totals().add(unit.totals(), account, document);
        return changed(rows, key, document.stored(1, position), json.length());
    }

    @Override
    public void append(Table table, Doc document) {
        StoredTable rows = tables.of(table);
        if (!rows.totals().isNone()) {
            throw new ContractViolation("What is appended to " + table.name() + " would not be counted");
        }
        unit.changing();
        unit.appended().add(rows, Json.write(document.freeze()), account, rows.key(document));
    }

    @Override
    public Doc update(Table table, Doc document) {
        StoredTable rows = tables.of(table);
        String key = rows.key(document);
        String json = Json.write(document.freeze());
        unit.changing();
        Doc before = original(rows, key, document);
        if (unit.ask(session ->
                        session.change(rows.update(), json, account, key, document.version(), document.position()))
                == 0) {
            throw missing(rows, key, document);
        }
        rows.totals().subtract(unit.totals(), account, before);
        rows.totals().add(unit.totals(), account, document);
        return changed(rows, key, document.stored(document.version() + 1, document.position()), json.length());
    }

    private Doc changed(StoredTable rows, String key, Doc stored, int jsonLength) {
        unit.changed(rows, account, key, Kept.of(stored, jsonLength));
        return stored;
    }

    @Override
    public void delete(Table table, Doc document) {
        StoredTable rows = tables.of(table);
        String key = rows.key(document);
        unit.changing();
        if (gone(rows, rows.delete(), account, key, document.position()).isEmpty()) {
            throw missing(rows, key, document);
        }
        rows.table().kind().ifPresent(kind -> forget(kind, key));
    }

    @Override
    public void forget(String kind, String key) {
        unit.changing();
        unit.settle();
        for (Tables.Dependent dependent : tables.dependents(kind)) {
            List<String> some = forgetSome(dependent, key);
            while (some.size() == AT_ONCE) {
                some = forgetSome(dependent, key);
            }
        }
    }

    private List<String> forgetSome(Tables.Dependent dependent, String owner) {
        StoredTable rows = dependent.rows();
        List<String> keys = gone(rows, dependent.delete(), account, owner, account, owner, AT_ONCE);
        rows.table().kind().ifPresent(kind -> keys.forEach(key -> forget(kind, key)));
        return keys;
    }

    private Doc original(StoredTable rows, String key, Doc document) {
        return Optional.ofNullable(document.original()).orElseThrow(() -> missing(rows, key, document));
    }

    private ContractViolation missing(StoredTable rows, String key, Doc document) {
        return new ContractViolation(
                rows.name() + " of " + account + " has no " + key + " of version " + document.version() + " at "
                        + document.position() + ": it is gone, was changed in this unit, or its key was");
    }

    @Override
    public void announce(OutboxEvent event) {
        unit.changing();
        unit.appended().add(event);
    }

    @Override
    public void schedule(Due due) {
        unit.changing();
        unit.appended().add(due);
    }

    @Override
    public void cancel(String kind, String subject) {
        unit.changing();
        unit.settle();
        unit.ask(session -> QueueRows.cancel(session, account, kind, subject));
    }

    @Override
    public boolean take(Due due) {
        unit.changing();
        unit.settle();
        return unit.ask(session -> QueueRows.take(session, due));
    }

    @Override
    public void forgetAccount() {
        unit.changing();
        unit.settle();
        for (StoredTable rows : tables.all()) {
            gone(rows, rows.deleteAll(), account);
        }
        unit.ask(session -> QueueRows.forget(session, account));
    }

    /** Deletes rows and returns their keys. */
    private List<String> gone(StoredTable rows, String delete, Object... values) {
        return unit.ask(session -> session.list(
                delete,
                row -> {
                    String key = row.getString("key");
                    rows.totals().subtract(unit.totals(), account, row);
                    unit.changed(rows, account, key, Kept.GONE);
                    return key;
                },
                values));
    }
}
