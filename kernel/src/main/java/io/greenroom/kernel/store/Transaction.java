package io.greenroom.kernel.store;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * One unit of work in one account: every query is limited to that account. Used by the thread that runs the unit, and
 * only while it runs.
 */
public interface Transaction {

    String account();

    /** The same unit for another account. */
    Transaction as(String otherAccount);

    /** A new, empty document for a table. */
    Doc blank(Table table);

    /** The document with a key; several key fields are joined by {@code /}. */
    Optional<Doc> find(Table table, String key);

    /** Starts a query over this account's documents, oldest first. */
    Query in(Table table);

    /** Starts a query over all accounts' documents, for values that must be globally unique. */
    Query across(Table table);

    /**
     * Inserts a new document.
     *
     * @param document frozen by this
     * @return the stored form, frozen
     */
    Doc insert(Table table, Doc document);

    /**
     * Appends a new document to a table without totals. It costs less than inserting; this unit does not see it.
     *
     * @param document frozen by this
     */
    void append(Table table, Doc document);

    /**
     * Updates a document.
     *
     * @param document a copy of one that this unit has read or inserted, with the same key; frozen by this
     * @return the stored form, frozen
     */
    Doc update(Table table, Doc document);

    /**
     * Inserts or updates a document.
     *
     * @param document as {@link #insert} takes it if it was never stored, else as {@link #update} does; frozen by this
     * @return the stored form, frozen
     */
    default Doc keep(Table table, Doc document) {
        return document.version() == 0 ? insert(table, document) : update(table, document);
    }

    /** Deletes a document and the documents that {@linkplain Table#goesWith depend on} it. */
    void delete(Table table, Doc document);

    /**
     * Deletes the documents that {@linkplain Table#goesWith depend on} a document, but not the document itself, such as
     * a user whose invitation has expired.
     *
     * @param kind the kind of the document's table
     * @param key the document's key
     */
    void forget(String kind, String key);

    /** Appends an event to the outbox. */
    void announce(OutboxEvent event);

    /** Schedules work for a time of the account's clock; replaces earlier work of the same kind and subject. */
    void schedule(Due due);

    /** Cancels scheduled work. */
    void cancel(String kind, String subject);

    /** Removes due work before it is done in this unit; false if another node took it or it was rescheduled. */
    boolean take(Due due);

    /** Deletes all data of this account: documents, events, delivered or not, and scheduled work. */
    void forgetAccount();
}
