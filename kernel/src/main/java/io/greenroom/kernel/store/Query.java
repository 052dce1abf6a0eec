package io.greenroom.kernel.store;

import io.greenroom.kernel.doc.Doc;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A question to one table, built up and then asked once. Answers come in the order in which documents were inserted.
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

    /** All of them. More than 10,000 are a breach: whoever can have so many must page. */
    List<Doc> list();

    /** The first of them. */
    Optional<Doc> first();

    boolean exists();

    /** How many there are: from a kept total where the table counts just these columns, else by counting. */
    long count();

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
     * Where a page begins.
     *
     * @param after the position of the document before it, 0 for the beginning; it costs the same anywhere
     * @param skip how many documents to pass over after that
     */
    record Start(long after, long skip) {
        public static final Start FIRST = new Start(0, 0);
    }

    /**
     * A page.
     *
     * @param documents in order
     * @param total how many documents the query has in all
     * @param more whether there are documents behind this page
     */
    record Slice(List<Doc> documents, long total, boolean more) {
        /** The position to go on from. */
        public long last() {
            return documents.isEmpty() ? 0 : documents.getLast().position();
        }
    }
}
