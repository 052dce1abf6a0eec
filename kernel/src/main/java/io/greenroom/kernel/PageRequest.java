package io.greenroom.kernel;

import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Query;

/**
 * Which page a caller wants.
 *
 * @param number from 1; where a token leads only told, not counted by
 * @param size at most the contract's maximum
 * @param after the place that the token carried, the beginning without one
 */
public record PageRequest(long number, int size, Cursor after) {

    public Query.Start start() {
        return new Query.Start(after, after.isStart() ? (number - 1) * size : 0);
    }
}
