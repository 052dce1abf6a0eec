package io.greenroom.kernel.store.sql;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A table of the database with its statements. Immutable; threads may share it. */
public final class StoredTable {
    /** The columns that {@link #row} reads. */
    static final String COLUMNS = "seq, version, doc";

    private final Table table;
    private final Schema schema;
    private final KeptTotals totals;
    private final String find;
    private final String insert;
    private final String insertAt;
    private final String append;
    private final String appended;
    private final String update;
    private final String delete;
    private final String deleteAll;
    private final String gone;

    StoredTable(Table table, Schema schema, Dialect dialect) {
        this.table = table;
        this.schema = schema;
        this.totals = new KeptTotals(table, schema);
        String row = " WHERE account = ? AND key = ?";
        this.find = "SELECT " + COLUMNS + " FROM " + table.name() + row;
        this.append = "INSERT INTO " + table.name() + " (doc, account, key, version) VALUES ";
        this.appended = "(" + dialect.json() + ", ?, ?, 1)";
        this.insert = append + appended + " RETURNING seq";
        this.insertAt = "INSERT INTO " + table.name() + " (seq, doc, account, key, version) VALUES (?, "
                + dialect.json() + ", ?, ?, 1)";
        this.update = "UPDATE " + table.name() + " SET doc = " + dialect.json() + ", version = version + 1" + row
                + " AND version = ? AND seq = ?";
        this.gone = " RETURNING "
                + Stream.concat(Stream.of("key"), totals.columns()).collect(Collectors.joining(", "));
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

    /**
     * The statement that deletes the oldest rows of an account that have a value in a column. Its parameters are
     * account and value, both again, and a limit. It compares positions, so that both engines use the column's index.
     */
    String deleteSome(String column) {
        String rows = name() + " WHERE account = ? AND " + column + " = ?";
        return "DELETE FROM " + rows + " AND seq <= (SELECT MAX(seq) FROM (SELECT seq FROM " + rows
                + " ORDER BY seq LIMIT ?) AS oldest)" + gone;
    }

    /** The totals that are kept of its rows. */
    KeptTotals totals() {
        return totals;
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
        byte @Nullable [] json = row.getBytes(3);
        if (json == null) {
            throw damaged(null);
        }
        try {
            return Kept.of(Json.read(schema, json).stored(row.getLong(2), row.getLong(1)), json.length);
        } catch (JacksonException e) {
            throw damaged(e);
        }
    }

    /** The bytes are not what was written: pages of the database are damaged. */
    private StoreUnavailable damaged(@Nullable JacksonException reason) {
        String message = "A row of " + table.name() + " is damaged; restore the database from a backup";
        return reason == null ? new StoreUnavailable(message) : new StoreUnavailable(message, reason);
    }
}
