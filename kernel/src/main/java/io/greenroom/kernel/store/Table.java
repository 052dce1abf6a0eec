package io.greenroom.kernel.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of document that is kept. The table itself is made by a migration; this says which of its generated columns
 * queries may name and which totals are counted. Immutable.
 *
 * @param name plural snake_case
 * @param schema the name of the documents' schema in the contract
 * @param key the fields that identify a document within its account
 * @param columns the generated columns that queries may name
 * @param totals the sets of columns by whose values totals are kept, which have the names and values of fields; the
 *     empty set is the total of the account
 */
public record Table(String name, String schema, List<String> key, List<String> columns, List<List<String>> totals) {

    /** A table of documents that are identified by their {@code id}. */
    public static Table of(String name, String schema) {
        return new Table(name, schema, List.of("id"), List.of(), List.of());
    }

    /** The same, identified by these fields together. */
    public Table key(String... fields) {
        return new Table(name, schema, List.of(fields), columns, totals);
    }

    /** The same with generated columns that queries may name. */
    public Table columns(String... names) {
        return new Table(name, schema, key, List.of(names), totals);
    }

    /** The same, keeping a total for each combination of these columns' values; none counts the account's documents. */
    public Table counted(String... names) {
        List<List<String>> more = new ArrayList<>(totals);
        more.add(List.of(names));
        return new Table(name, schema, key, columns, List.copyOf(more));
    }
}
