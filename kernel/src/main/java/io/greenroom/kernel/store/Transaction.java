package io.greenroom.kernel.store;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * One unit of work in one account: every query names the account by itself. Used by the thread that runs the unit, and
 * only while it runs.
 */
public interface Transaction {

    String account();

    /** The same unit, looking at another account. */
    Transaction as(String otherAccount);

    /** A new, empty document for a table. */
    Doc blank(Table table);

    /** The document with that key; several key fields are joined by {@code /}. */
    Optional<Doc> find(Table table, String key);

    /** Starts a query over this account's documents, oldest first. */
    Query in(Table table);

    /** Starts a query over all accounts' documents, for what must be unique everywhere. */
    Query across(Table table);

    /**
     * Keeps a new document.
     *
     * @param document frozen by this
     * @return the stored form, frozen
     */
    Doc insert(Table table, Doc document);

    /**
     * Keeps a new document at the end of a table that keeps no totals. It costs less than inserting; this unit does not
     * see it.
     *
     * @param document frozen by this
     */
    void append(Table table, Doc document);

    /**
     * Keeps a changed document.
     *
     * @param document a copy of one that this unit has read or inserted, with the same key; frozen by this
     * @return the stored form, frozen
     */
    Doc update(Table table, Doc document);

    /**
     * Keeps a document, be it new or a changed one.
     *
     * @param document as {@link #insert} takes it if it was never stored, else as {@link #update} does; frozen by this
     * @return the stored form, frozen
     */
    default Doc keep(Table table, Doc document) {
        return document.version() == 0 ? insert(table, document) : update(table, document);
    }

    /** Deletes a document and the documents that {@linkplain Table#goesWith go with} it. */
    void delete(Table table, Doc document);

    /**
     * Deletes the documents that {@linkplain Table#goesWith go with} a document, but not the document itself, such as a
     * user whose invitation has expired.
     *
     * @param kind the kind of the document's table
     * @param key the document's key
     */
    void forget(String kind, String key);

    /** Appends an event to the outbox. */
    void announce(OutboxEvent event);

    /**
     * Has something done later, once the account's clock gets there; replaces an earlier one of the same kind and
     * subject.
     */
    void schedule(Due due);

    /** Forgets what was to be done later. */
    void cancel(String kind, String subject);

    /**
     * Takes out what has fallen due, before it is done in this unit; false when another has taken it or it was moved.
     */
    boolean take(Due due);

    /**
     * Removes everything of this account: its documents, its events, delivered or not, and what was to be done later.
     */
    void forgetAccount();
}
