package io.greenroom.kernel.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of documents. A migration creates it; this declares its generated columns for queries, its stored totals and
 * the owners of its documents. Immutable.
 *
 * @param name plural snake_case
 * @param schema the name of the documents' schema in the contract
 * @param key the fields that identify a document within its account
 * @param columns the generated columns that queries may name
 * @param totals the sets of columns by whose values documents are counted; the columns have the names and values of
 *     fields, and the empty set is the total of the account
 * @param sums the stored sums
 * @param kind the name of this table's documents in {@link Owner}, such as {@code user}
 * @param owners the documents that its documents are deleted with
 */
public record Table(
        String name,
        String schema,
        List<String> key,
        List<String> columns,
        List<List<String>> totals,
        List<Sum> sums,
        Optional<String> kind,
        List<Owner> owners) {

    /**
     * A sum that is stored for each combination of some columns' values.
     *
     * @param column the column to sum, with the name and value of an integer field
     * @param by the columns to group by, as in {@link Table#counted}
     */
    public record Sum(String column, List<String> by) {}

    /**
     * A document whose deletion deletes others.
     *
     * @param kind the kind of its table
     * @param column the column that holds its key
     */
    public record Owner(String kind, String column) {}

    /** A table of documents that are identified by their {@code id}. */
    public static Table of(String name, String schema) {
        return new Table(name, schema, List.of("id"), List.of(), List.of(), List.of(), Optional.empty(), List.of());
    }

    /** The same table, identified by these fields together. */
    public Table key(String... fields) {
        return new Table(name, schema, List.of(fields), columns, totals, sums, kind, owners);
    }

    /** The same table with generated columns that queries may name. */
    public Table columns(String... names) {
        return new Table(name, schema, key, List.of(names), totals, sums, kind, owners);
    }

    /**
     * The same table with a stored total for each combination of these columns' values; no column counts the account's
     * documents.
     */
    public Table counted(String... names) {
        return new Table(name, schema, key, columns, with(totals, List.of(names)), sums, kind, owners);
    }

    /**
     * The same table with a stored sum of a column for each combination of these columns' values; no column sums the
     * account's documents.
     */
    public Table summed(String column, String... by) {
        return new Table(name, schema, key, columns, totals, with(sums, new Sum(column, List.of(by))), kind, owners);
    }

    /** The same table with the kind that other tables name in {@link #goesWith}. */
    public Table kind(String called) {
        return new Table(name, schema, key, columns, totals, sums, Optional.of(called), owners);
    }

    /**
     * The same table, whose documents are deleted with a document of another table, in the same unit, and by {@link
     * Transaction#forget}.
     *
     * @param other the kind of the other table
     * @param column the column that holds the other document's key; it is one of {@link #columns} and has an index
     */
    public Table goesWith(String other, String column) {
        return new Table(name, schema, key, columns, totals, sums, kind, with(owners, new Owner(other, column)));
    }

    private static <T> List<T> with(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }
}
