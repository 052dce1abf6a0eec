package io.greenroom.kernel;

import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Query;

/**
 * The requested page of a list.
 *
 * @param number from 1; only echoed, not used for counting, when a token is given
 * @param size at most the contract's maximum
 * @param after the cursor in the token; the beginning without a token
 */
public record PageRequest(long number, int size, Cursor after) {

    public Query.Start start() {
        return new Query.Start(after, after.isStart() ? (number - 1) * size : 0);
    }
}
