package io.greenroom.kernel.store;

import java.util.function.Function;

/**
 * All state, changed in units of work that commit or roll back as a whole. Threads may share a store.
 *
 * <p>Units of one account are serializable: what a write unit has read is still true when it commits. A write returns
 * when its changes are durable. A unit may run more than once (a lost race, an outdated snapshot), so it must change
 * nothing but the store. An exception in a unit rolls it back and is rethrown unchanged; storage that is full,
 * read-only or unreachable is a {@link StoreUnavailable}.
 */
public interface Store extends AutoCloseable {

    /** Runs a read-only unit on one snapshot. */
    <T> T read(String account, Function<Transaction, T> unit);

    /** Runs a unit that may change documents, and returns when the changes are durable. */
    <T> T write(String account, Function<Transaction, T> unit);

    /** The counters of a kind, which are not part of any unit. */
    Counters counters(CounterKind kind);

    /** Undelivered events and scheduled work. */
    Queues queues();

    /** Whether the threads that units need are there. Cheap. */
    boolean isAlive();

    /** Throws {@link StoreUnavailable} if units cannot be run right now. */
    void check();

    @Override
    void close();
}
