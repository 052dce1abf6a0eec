package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query in SQL. */
final class SqlQuery implements Query {
    private static final int LIST = 10_000;
    private static final int CHOICES = 16_384;

    private final Unit unit;
    private final StoredTable rows;
    private final Optional<String> account;
    private final StringBuilder where = new StringBuilder(" WHERE 1 = 1");
    private final List<Object> values = new ArrayList<>();
    private final Map<String, Optional<Object>> equal = new HashMap<>();
    private boolean onlyEqual;
    private boolean newestFirst;

    /** A row and its key, for the unit's cache. */
    private record Found(String account, String key, Kept row, boolean known) {}

    SqlQuery(Unit unit, StoredTable rows, Optional<String> account) {
        this.unit = unit;
        this.rows = rows;
        this.account = account;
        this.onlyEqual = account.isPresent();
        account.ifPresent(name -> and("account = ?", name));
    }

    private SqlQuery and(String condition, Object... moreValues) {
        where.append(" AND ").append(condition);
        values.addAll(List.of(moreValues));
        return this;
    }

    @Override
    public Query where(String column, Object value) {
        rows.known(column);
        onlyEqual &= equal.put(column, Optional.of(value)) == null;
        return and(column + " = ?", value);
    }

    @Override
    public Query whereInAnyCase(String column, String text) {
        rows.known(column);
        onlyEqual = false;
        return and(column + " = LOWER(?)", text);
    }

    @Override
    public Query whereIn(String column, Collection<?> choices) {
        rows.known(column);
        onlyEqual = false;
        if (choices.isEmpty()) {
            return and("1 = 0");
        }
        if (choices.size() > CHOICES) {
            throw new ContractViolation(choices.size() + " values for " + column + " of " + rows.name());
        }
        List<Object> padded = new ArrayList<>(choices);
        int places = Integer.highestOneBit(Math.max(1, 2 * choices.size() - 1));
        while (padded.size() < places) {
            padded.add(padded.getLast());
        }
        return and(column + " IN (?" + ", ?".repeat(places - 1) + ")", padded.toArray());
    }

    @Override
    public Query whereNone(String column) {
        rows.known(column);
        onlyEqual &= equal.put(column, Optional.empty()) == null;
        return and(column + " IS NULL");
    }

    @Override
    public Query between(String column, Object from, Object to) {
        rows.known(column);
        onlyEqual = false;
        return and(column + " >= ? AND " + column + " < ?", from, to);
    }

    @Override
    public Query newestFirst() {
        newestFirst = true;
        return this;
    }

    @Override
    public List<Doc> list() {
        List<Doc> documents = documents("", LIST + 1);
        if (documents.size() > LIST) {
            throw new ContractViolation("More than " + LIST + " documents of " + rows.name() + " in a list; page them");
        }
        return documents;
    }

    @Override
    public Optional<Doc> first() {
        return documents("", 1).stream().findFirst();
    }

    @Override
    public boolean exists() {
        String sql = "SELECT 1 FROM " + rows.name() + where + " LIMIT 1";
        return unit.ask(session -> session.first(sql, row -> true, values.toArray()))
                .isPresent();
    }

    @Override
    public long count() {
        return account.filter(name -> onlyEqual)
                .flatMap(name -> rows.total(name, equal))
                .map(total -> unit.ask(session -> Totals.read(session, total))
                        + unit.totals().of(total)
                        + unit.pending(total))
                .orElseGet(this::counted);
    }

    private long counted() {
        String sql = "SELECT COUNT(*) FROM " + rows.name() + where;
        return unit.ask(session -> session.number(sql, values.toArray()));
    }

    @Override
    public List<String> accounts() {
        String sql = "SELECT DISTINCT account FROM " + rows.name() + where + " ORDER BY account";
        return unit.ask(session -> session.list(sql, row -> row.getString(1), values.toArray()));
    }

    @Override
    public Slice page(Start start, int size) {
        long total = count();
        if (start.after() > 0) {
            and(newestFirst ? "seq < ?" : "seq > ?", start.after());
        }
        List<Doc> documents =
                start.skip() > 0 ? documents(" OFFSET ?", size + 1, start.skip()) : documents("", size + 1);
        return documents.size() > size
                ? new Slice(documents.subList(0, size), total, true)
                : new Slice(documents, total, false);
    }

    private List<Doc> documents(String offset, Object... limits) {
        String sql = "SELECT " + StoredTable.COLUMNS + ", key, account FROM " + rows.name() + where + " ORDER BY seq"
                + (newestFirst ? " DESC" : "") + " LIMIT ?" + offset;
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(limits));
        List<Found> found = unit.ask(session -> session.list(sql, this::row, all.toArray()));
        List<Doc> documents = new ArrayList<>(found.size());
        for (Found one : found) {
            if (!one.known()) {
                unit.learn(rows, one.account(), one.key(), one.row());
            }
            one.row().document().ifPresent(documents::add);
        }
        return documents;
    }

    /** Reads a row; skips parsing the JSON when the cache holds the same version. */
    private Found row(ResultSet row) throws SQLException {
        String key = row.getString(4);
        String name = account.isPresent() ? account.get() : row.getString(5);
        Kept known = unit.instance(rows, name, key);
        return known.is(row.getLong(1), row.getLong(2))
                ? new Found(name, key, known, true)
                : new Found(name, key, rows.row(row), false);
    }
}
