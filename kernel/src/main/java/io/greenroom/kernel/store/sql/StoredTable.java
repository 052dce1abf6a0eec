package io.greenroom.kernel.store.sql;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of the database with its statements. Immutable; threads may share it. */
public final class StoredTable {
    /** The columns that {@link #row} reads. */
    static final String COLUMNS = "seq, version, doc";

    private final Table table;
    private final Schema schema;
    private final List<String> counted;
    private final String find;
    private final String insert;
    private final String insertAt;
    private final String append;
    private final String appended;
    private final String update;
    private final String delete;
    private final String deleteAll;

    StoredTable(Table table, Schema schema, Dialect dialect) {
        this.table = table;
        this.schema = schema;
        this.counted = table.totals().stream().flatMap(List::stream).distinct().toList();
        counted.stream().filter(column -> schema.property(column).isEmpty()).forEach(column -> {
            throw new ContractViolation(table.name() + " counts by " + column + ", which is no field");
        });
        String row = " WHERE account = ? AND key = ?";
        this.find = "SELECT " + COLUMNS + " FROM " + table.name() + row;
        this.append = "INSERT INTO " + table.name() + " (doc, account, key, version) VALUES ";
        this.appended = "(" + dialect.json() + ", ?, ?, 1)";
        this.insert = append + appended + " RETURNING seq";
        this.insertAt = "INSERT INTO " + table.name() + " (seq, doc, account, key, version) VALUES (?, "
                + dialect.json() + ", ?, ?, 1)";
        this.update = "UPDATE " + table.name() + " SET doc = " + dialect.json() + ", version = version + 1" + row
                + " AND version = ? AND seq = ?";
        String gone = " RETURNING "
                + Stream.concat(Stream.of("key"), counted.stream()).collect(Collectors.joining(", "));
        this.delete = "DELETE FROM " + table.name() + row + " AND seq = ?" + gone;
        this.deleteAll = "DELETE FROM " + table.name() + " WHERE account = ?" + gone;
    }

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

    /** The statement that inserts a row and returns its sequence number. */
    public String insert() {
        return insert;
    }

    /** The statement that inserts a row with a given sequence number. */
    public String insertAt() {
        return insertAt;
    }

    /** The beginning of a statement that inserts several rows. */
    String append() {
        return append;
    }

    /** The values clause of one row in it. */
    String appended() {
        return appended;
    }

    String update() {
        return update;
    }

    String delete() {
        return delete;
    }

    /** The statement that deletes an account's rows. */
    String deleteAll() {
        return deleteAll;
    }

    void known(String column) {
        if (!table.columns().contains(column)) {
            throw new ContractViolation("Queries of " + name() + " may not name " + column);
        }
    }

    /** The key of a document. */
    String key(Doc document) {
        if (document.schema() != schema) {
            throw new ContractViolation(name() + " keeps " + schema + ", not " + document.schema());
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

    /** The query that counts documents by account and counted columns. */
    String counts() {
        String each = Stream.concat(Stream.of("account"), counted.stream()).collect(Collectors.joining(", "));
        return "SELECT " + each + ", COUNT(*) AS documents FROM " + name() + " GROUP BY " + each;
    }

    /** Adds a number to every total that counts a document. */
    void tally(Totals totals, String account, Doc document, long number) {
        tally(totals, account, column -> Optional.ofNullable(document.get(column)), number);
    }

    /** Adds a number to every total that counts a row, read with its counted columns. */
    void tally(Totals totals, String account, ResultSet row, long number) throws SQLException {
        Map<String, Optional<Object>> values = new HashMap<>();
        for (String column : counted) {
            values.put(column, Optional.ofNullable(row.getObject(column)));
        }
        tally(totals, account, column -> values.getOrDefault(column, Optional.empty()), number);
    }

    private void tally(Totals totals, String account, Value values, long number) {
        for (List<String> columns : table.totals()) {
            totals.add(total(account, columns, values), number);
        }
    }

    /** The total of documents with exactly these values, when one is kept. */
    Optional<Totals.Total> total(String account, Map<String, Optional<Object>> values) {
        return table.totals().stream()
                .filter(columns ->
                        columns.size() == values.size() && values.keySet().containsAll(columns))
                .findFirst()
                .map(columns -> total(account, columns, column -> values.getOrDefault(column, Optional.empty())));
    }

    private Totals.Total total(String account, List<String> columns, Value values) {
        StringBuilder name = new StringBuilder(name());
        for (String column : columns) {
            name.append('|').append(column);
            values.of(column)
                    .map(StoredTable::text)
                    .ifPresent(text ->
                            name.append('=').append(text.length()).append(':').append(text));
        }
        return new Totals.Total(account, name.toString());
    }

    private static String text(Object value) {
        return value instanceof Boolean flag ? (flag ? "1" : "0") : value.toString();
    }

    /** Returns the value of a counted column. */
    private interface Value {
        Optional<Object> of(String column);
    }
}
