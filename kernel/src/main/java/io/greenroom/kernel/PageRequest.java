package io.greenroom.kernel;

import io.greenroom.kernel.store.Query;

/**
 * Which page a caller wants.
 *
 * @param number from 1; where a token leads only told, not counted by
 * @param size at most the contract's maximum
 * @param after the position that the token carried, 0 without one
 */
public record PageRequest(long number, int size, long after) {

    public Query.Start start() {
        return after > 0 ? new Query.Start(after, 0) : new Query.Start(0, (number - 1) * size);
    }
}
