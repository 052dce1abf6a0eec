package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    private Ordering order = Ordering.OLDEST_FIRST;

    /** A row with its key, for the unit's cache, and its cursor, for the next page. */
    private record Found(String account, String key, Kept row, boolean known, Cursor cursor) {}

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
        order = Ordering.NEWEST_FIRST;
        return this;
    }

    @Override
    public Query ascending(String column) {
        return by(column, false);
    }

    @Override
    public Query descending(String column) {
        return by(column, true);
    }

    private Query by(String column, boolean descending) {
        rows.known(column);
        order = new Ordering(Optional.of(column), descending);
        return this;
    }

    @Override
    public List<Doc> list() {
        List<Found> found = found(Start.FIRST, LIST + 1);
        if (found.size() > LIST) {
            throw new ContractViolation("More than " + LIST + " documents of " + rows.name() + " in a list; page them");
        }
        return documents(found);
    }

    @Override
    public Optional<Doc> first() {
        return documents(found(Start.FIRST, 1)).stream().findFirst();
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
                .flatMap(name -> rows.totals().count(name, equal))
                .map(this::kept)
                .orElseGet(() -> number("COUNT(*)", "", List.of()));
    }

    @Override
    public long sum(String column) {
        rows.known(column);
        return account.filter(name -> onlyEqual)
                .flatMap(name -> rows.totals().sum(name, column, equal))
                .map(this::kept)
                .orElseGet(() -> number("COALESCE(SUM(" + column + "), 0)", "", List.of()));
    }

    private long kept(Totals.Total total) {
        return unit.ask(session -> Totals.read(session, total)) + unit.totals().of(total) + unit.pending(total);
    }

    private long number(String what, String condition, List<Object> more) {
        String sql = "SELECT " + what + " FROM " + rows.name() + where + condition;
        return unit.ask(session -> session.number(sql, with(more)));
    }

    /** The query's values and some more. */
    private Object[] with(List<?> more) {
        return Stream.concat(values.stream(), more.stream()).toArray();
    }

    @Override
    public List<String> accounts() {
        String sql = "SELECT DISTINCT account FROM " + rows.name() + where + " ORDER BY account";
        return unit.ask(session -> session.list(sql, row -> row.getString(1), values.toArray()));
    }

    @Override
    public Slice page(Start start, int size) {
        long total = count();
        List<Found> found = found(start, size + 1);
        boolean more = found.size() > size;
        List<Found> page = more ? found.subList(0, size) : found;
        Cursor last = page.isEmpty() ? Cursor.START : page.getLast().cursor();
        return new Slice(documents(page), total, more, last);
    }

    private List<Doc> documents(List<Found> found) {
        return found.stream().flatMap(one -> one.row().document().stream()).toList();
    }

    /** The first rows from the start of a page on. */
    private List<Found> found(Start start, int most) {
        List<Found> found = new ArrayList<>();
        long skip = start.skip();
        var parts = order.parts(start.after()).iterator();
        while (parts.hasNext() && found.size() < most) {
            Ordering.Part part = parts.next();
            List<Found> some = found(part, most - found.size(), skip);
            if (skip > 0 && parts.hasNext()) {
                skip = some.isEmpty() ? skip - number("COUNT(*)", part.condition(), part.values()) : 0;
            }
            found.addAll(some);
        }
        return found;
    }

    private List<Found> found(Ordering.Part part, int most, long skip) {
        String sql = "SELECT " + StoredTable.COLUMNS + ", key, account"
                + order.column().map(column -> ", " + column).orElse("") + " FROM " + rows.name() + where
                + part.condition() + part.order() + " LIMIT ?" + (skip > 0 ? " OFFSET ?" : "");
        List<Object> more = new ArrayList<>(part.values());
        more.addAll(skip > 0 ? List.of(most, skip) : List.of(most));
        List<Found> found = unit.ask(session -> session.list(sql, this::row, with(more)));
        for (Found one : found) {
            if (!one.known()) {
                unit.learn(rows, one.account(), one.key(), one.row());
            }
        }
        return found;
    }

    /** Reads a row; skips parsing the JSON when the cache holds the same version. */
    private Found row(ResultSet row) throws SQLException {
        String key = row.getString(4);
        String name = account.isPresent() ? account.get() : row.getString(5);
        Cursor cursor = cursor(row);
        Kept known = unit.instance(rows, name, key);
        return known.is(row.getLong(1), row.getLong(2))
                ? new Found(name, key, known, true, cursor)
                : new Found(name, key, rows.row(row), false, cursor);
    }

    private Cursor cursor(ResultSet row) throws SQLException {
        Optional<Object> value = order.column().isEmpty() ? Optional.empty() : Optional.ofNullable(row.getObject(6));
        return new Cursor(
                value.map(known -> known instanceof Integer number ? number.longValue() : known), row.getLong(1));
    }
}
