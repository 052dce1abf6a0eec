package io.greenroom.kernel.store;

import java.util.function.Function;

/**
 * All state. A unit of work either happens whole or not at all. Threads may share a store.
 *
 * <p>Units of one account never race each other: what a write unit has read is still so when it commits. A write
 * returns when its changes are durable. A unit may be run more than once (a lost race, a moved snapshot), so it must
 * change nothing but the store. What a unit throws undoes it and reaches the caller unchanged; storage that is full,
 * read-only or gone is a {@link StoreUnavailable}.
 */
public interface Store extends AutoCloseable {

    /** Runs a unit that changes nothing, on one snapshot. */
    <T> T read(String account, Function<Transaction, T> unit);

    /** Runs a unit that may change things, and returns when they are durable. */
    <T> T write(String account, Function<Transaction, T> unit);

    /** The rate limits' counters. They are no part of any unit. */
    Counters counters();

    /** The work that waits. */
    Queues queues();

    /** Whether units can be run right now; throws {@link StoreUnavailable} when not. */
    void check();

    @Override
    void close();
}
