package io.greenroom.kernel;

import io.greenroom.kernel.store.Transaction;

/**
 * Whether the invitation of a user is pending. The road asks it for the operations whose contract says what they do for
 * such users; the API group that stores users answers. Threads may share it.
 */
@FunctionalInterface
public interface PendingUsers {

    /**
     * Whether the account has such a user.
     *
     * @param idOrEmail the value of the path
     */
    boolean include(Transaction unit, String idOrEmail);
}
