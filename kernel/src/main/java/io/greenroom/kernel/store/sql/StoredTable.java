package io.greenroom.kernel.store.sql;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Breach;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.Json;
import io.greenroom.kernel.store.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as the database has it, with its statements. Immutable; threads may share it. */
public final class StoredTable {
    /** What {@link #row} reads. */
    static final String COLUMNS = "seq, version, doc";

    private final Table table;
    private final Schema schema;
    private final List<String> talliedColumns;
    private final String find;
    private final String insert;
    private final String append;
    private final String appended;
    private final String update;
    private final String delete;
    private final String deleteAll;
    private final String tallied;

    StoredTable(Table table, Schema schema, Dialect dialect) {
        this.table = table;
        this.schema = schema;
        this.talliedColumns =
                table.totals().stream().flatMap(List::stream).distinct().toList();
        String row = " WHERE account = ? AND key = ?";
        String returned =
                Stream.concat(Stream.of("seq"), talliedColumns.stream()).collect(Collectors.joining(", "));
        this.find = "SELECT " + COLUMNS + " FROM " + table.name() + row;
        this.append = "INSERT INTO " + table.name() + " (doc, account, key, version) VALUES ";
        this.appended = "(" + dialect.json() + ", ?, ?, 1)";
        this.insert = append + appended + " RETURNING " + returned;
        this.update = "UPDATE " + table.name() + " SET doc = " + dialect.json() + ", version = version + 1" + row
                + " AND version = ? AND seq = ? RETURNING " + returned;
        this.delete = "DELETE FROM " + table.name() + row + " AND seq = ? RETURNING " + returned;
        this.deleteAll = "DELETE FROM " + table.name() + " WHERE account = ? RETURNING " + returned + ", key";
        this.tallied = "SELECT " + returned + " FROM " + table.name() + row;
    }

    /** The place of a row and the values of its tallied columns. */
    record Written(long seq, List<Optional<String>> values) {}

    /** The key of a row that was deleted, and what it was. */
    record Gone(String key, Written row) {}

    public String name() {
        return table.name();
    }

    Table table() {
        return table;
    }

    Schema schema() {
        return schema;
    }

    String find() {
        return find;
    }

    String insert() {
        return insert;
    }

    /** The beginning of a statement that adds rows. */
    String append() {
        return append;
    }

    /** One of the rows that it adds. */
    String appended() {
        return appended;
    }

    String update() {
        return update;
    }

    String delete() {
        return delete;
    }

    /** The statement that deletes what an account has. */
    String deleteAll() {
        return deleteAll;
    }

    /** The statement that reads the tallied columns of a row. */
    String tallied() {
        return tallied;
    }

    boolean tallies() {
        return !talliedColumns.isEmpty();
    }

    void known(String column) {
        if (!table.columns().contains(column)) {
            throw new Breach("Queries of " + name() + " may not name " + column);
        }
    }

    /** The key of a document. */
    String key(Doc document) {
        if (document.schema() != schema) {
            throw new Breach(name() + " keeps " + schema + ", not " + document.schema());
        }
        List<String> fields = table.key();
        return fields.size() == 1
                ? document.text(fields.getFirst())
                : fields.stream().map(document::text).collect(Collectors.joining("/"));
    }

    /** Reads {@link #COLUMNS}. */
    Kept row(ResultSet row) throws SQLException {
        byte[] json = row.getBytes(3);
        return Kept.of(Json.read(schema, json).stored(row.getLong(2), row.getLong(1)), json.length);
    }

    /** Reads what writing statements return. */
    Written written(ResultSet row) throws SQLException {
        return new Written(row.getLong(1), tallied(row, 2));
    }

    private List<Optional<String>> tallied(ResultSet row, int from) throws SQLException {
        List<Optional<String>> values = new ArrayList<>(talliedColumns.size());
        for (int i = 0; i < talliedColumns.size(); i++) {
            values.add(tallyText(row.getObject(from + i)));
        }
        return values;
    }

    /** The question how many documents each account has of each combination of tallied values. */
    String counts() {
        String each =
                Stream.concat(Stream.of("account"), talliedColumns.stream()).collect(Collectors.joining(", "));
        String values = talliedColumns.stream().map(column -> ", " + column).collect(Collectors.joining());
        return "SELECT account, COUNT(*)" + values + " FROM " + name() + " GROUP BY " + each;
    }

    /** Reads what {@link #counts} asks for, after account and number. */
    Written counted(ResultSet row) throws SQLException {
        return new Written(0, tallied(row, 3));
    }

    /** Reads what {@link #deleteAll} returns. */
    Gone gone(ResultSet row) throws SQLException {
        return new Gone(row.getString(talliedColumns.size() + 2), written(row));
    }

    /** A value as the totals' names have it: booleans as SQLite keeps them, the rest as text. */
    private static Optional<String> tallyText(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(present -> present instanceof Boolean flag ? (flag ? "1" : "0") : present.toString());
    }

    /** Adds a number to all totals that count a row with these values. */
    void tally(Totals totals, String account, Written row, long number) {
        for (List<String> columns : table.totals()) {
            StringBuilder name = new StringBuilder(name());
            for (String column : columns) {
                append(name, column, row.values().get(talliedColumns.indexOf(column)));
            }
            totals.add(new Totals.Total(account, name.toString()), number);
        }
    }

    /** The total of documents with just these values, when it is kept. */
    Optional<Totals.Total> total(String account, Map<String, Optional<Object>> values) {
        return table.totals().stream()
                .filter(columns ->
                        columns.size() == values.size() && values.keySet().containsAll(columns))
                .findFirst()
                .map(columns -> {
                    StringBuilder name = new StringBuilder(name());
                    for (String column : columns) {
                        append(
                                name,
                                column,
                                values.getOrDefault(column, Optional.empty()).flatMap(StoredTable::tallyText));
                    }
                    return new Totals.Total(account, name.toString());
                });
    }

    private static void append(StringBuilder name, String column, Optional<String> value) {
        name.append('|').append(column);
        value.ifPresent(
                text -> name.append('=').append(text.length()).append(':').append(text));
    }
}
