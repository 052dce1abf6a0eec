package io.greenroom.kernel.store;

import java.time.Instant;

/**
 * Counts requests in windows of time, exactly, over all nodes that share a database. Threads may share it. Expired
 * windows are dropped; the counts of a day survive a restart.
 */
public interface Counters {

    /**
     * Adds one.
     *
     * @param key of the counter, at most 300 characters: the account's id, a slash, and more
     * @param windowStart when the present window began
     * @param windowEnd when it ends and the count may be dropped
     * @return the count in this window, this one included
     */
    long add(String key, Instant windowStart, Instant windowEnd);

    /** Subtracts one, for a request that was refused after it was counted. */
    void takeBack(String key, Instant windowStart);

    /** Drops the counters of a removed account. */
    void forget(String account);
}
