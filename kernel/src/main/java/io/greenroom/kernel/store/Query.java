package io.greenroom.kernel.store;

import io.greenroom.kernel.doc.Doc;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A query of one table, built up and then run once. Documents are returned in insertion order unless the query sets
 * another.
 */
public interface Query {

    /** Selects documents whose column has this value: a text, a number or a boolean. */
    Query where(String column, Object value);

    /**
     * Selects documents whose column, a text in lower case, equals this text ignoring case. The database lower-cases
     * both; engines differ in the letters beyond ASCII that they convert.
     */
    Query whereInAnyCase(String column, String text);

    /** Selects documents whose column has one of these values. */
    Query whereIn(String column, Collection<?> values);

    /** Selects documents whose column is missing or null. */
    Query whereNone(String column);

    /**
     * Selects documents whose column is at least {@code from} and less than {@code to}: numbers, or texts by their
     * bytes.
     */
    Query between(String column, Object from, Object to);

    /** Orders by position, newest first. */
    Query newestFirst();

    /**
     * Orders by a column, ascending: numbers, or texts by their bytes. Documents with equal values are ordered by
     * position; those without a value come last.
     */
    Query ascending(String column);

    /**
     * Orders by a column, descending. Documents with equal values are ordered newest first; those without a value come
     * last, newest first.
     */
    Query descending(String column);

    /** All documents. More than 10,000 are a {@code ContractViolation}: lists that can grow so long must be paged. */
    List<Doc> list();

    /** The first document. */
    Optional<Doc> first();

    boolean exists();

    /** The number of documents: from a stored total if the table is counted by exactly these columns, else computed. */
    long count();

    /**
     * The sum of a column; a missing value counts as 0. It is read from a stored total if the table {@linkplain
     * Table#summed sums} the column by exactly the columns of this query, else computed.
     */
    long sum(String column);

    /** The accounts that have matching documents. */
    List<String> accounts();

    /**
     * One page and the total.
     *
     * @param start of the page
     * @param size the maximum number of documents
     */
    Slice page(Start start, int size);

    /**
     * Where a page starts.
     *
     * @param after the end of the previous page; costs the same anywhere in the list
     * @param skip the number of documents to skip after that
     */
    record Start(Cursor after, long skip) {
        public static final Start FIRST = after(Cursor.START);

        /** Starts after a cursor. */
        public static Start after(Cursor cursor) {
            return new Start(cursor, 0);
        }
    }

    /**
     * A page.
     *
     * @param documents in order
     * @param total the number of documents that the query selects
     * @param more whether documents follow this page
     * @param last the cursor after the last document
     */
    record Slice(List<Doc> documents, long total, boolean more, Cursor last) {
        /** Where the next page starts, empty if this is the last page. */
        public Optional<Cursor> next() {
            return Optional.of(last).filter(cursor -> more);
        }
    }
}
