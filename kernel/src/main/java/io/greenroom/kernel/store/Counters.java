package io.greenroom.kernel.store;

import java.time.Instant;

/**
 * Counts what happens in windows of time, exactly, over all nodes that share a database. Threads may share it. Old
 * windows are forgotten; the counts of a day survive a restart.
 */
public interface Counters {

    /**
     * Counts one more.
     *
     * @param key what is counted, at most 300 characters: the account's id, a slash, and more
     * @param windowStart when the present window began
     * @param windowEnd when it ends and the count may be forgotten
     * @return the count in this window, this one included
     */
    long add(String key, Instant windowStart, Instant windowEnd);

    /** Takes one back, for a request that was refused after it was counted. */
    void takeBack(String key, Instant windowStart);

    /** Forgets what was counted for an account that is gone. */
    void forget(String account);
}
