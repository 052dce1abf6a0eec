package io.greenroom.kernel.store;

import io.greenroom.kernel.doc.Doc;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A question to one table, built up and then asked once. Answers come in the order in which documents were inserted,
 * unless the query names another.
 */
public interface Query {

    /** Keeps documents whose column has this value: a text, a number or a boolean. */
    Query where(String column, Object value);

    /**
     * Keeps documents whose column, which holds a text in lower case, is this text in any case. The database makes both
     * alike; which letters beyond ASCII it knows is its own affair.
     */
    Query whereInAnyCase(String column, String text);

    /** Keeps documents whose column has one of these values. */
    Query whereIn(String column, Collection<?> values);

    /** Keeps documents whose column is missing or null. */
    Query whereNone(String column);

    /**
     * Keeps documents whose column is at least {@code from} and less than {@code to}: numbers, or texts by their bytes.
     */
    Query between(String column, Object from, Object to);

    /** Answers the newest first. */
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

    /** All of them. More than 10,000 are a breach: whoever can have so many must page. */
    List<Doc> list();

    /** The first of them. */
    Optional<Doc> first();

    boolean exists();

    /** How many there are: from a kept total where the table counts just these columns, else by counting. */
    long count();

    /**
     * The sum of a column; a missing value counts as 0. It is read from a kept total if the table {@linkplain
     * Table#summed sums} the column by exactly the columns of this query, else computed.
     */
    long sum(String column);

    /** The accounts that have such documents. */
    List<String> accounts();

    /**
     * One page and the total.
     *
     * @param start what to skip
     * @param size how many to answer at most
     */
    Slice page(Start start, int size);

    /**
     * Where a page starts.
     *
     * @param after where the page before it ended; it costs the same anywhere in the list
     * @param skip how many documents to skip after that
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
     * @param total how many documents the query has in all
     * @param more whether there are documents behind this page
     * @param last the cursor after the last document
     */
    record Slice(List<Doc> documents, long total, boolean more, Cursor last) {
        /** Where the next page starts, empty if this is the last page. */
        public Optional<Cursor> next() {
            return Optional.of(last).filter(cursor -> more);
        }
    }
}
