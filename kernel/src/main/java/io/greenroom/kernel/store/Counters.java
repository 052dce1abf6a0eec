package io.greenroom.kernel.store;

import java.time.Instant;

/**
 * Counts in windows of time, exactly, over all nodes that share a database. Threads may share it. Expired windows are
 * dropped, and those nearest to their end when memory holds too many; the counts of a day survive a restart.
 */
public interface Counters {

    /**
     * Adds one.
     *
     * @param key of the counter, at most 300 characters
     * @param windowStart when the present window began
     * @param windowEnd when it ends and the count may be dropped
     * @return the count in this window, this one included
     */
    long add(String key, Instant windowStart, Instant windowEnd);

    /** The count in a window; 0 when there is none. */
    long count(String key, Instant windowStart);

    /** Subtracts one, for what was counted and should not have been. */
    void takeBack(String key, Instant windowStart);

    /** Drops the counters of a removed account. */
    void forget(String account);
}
