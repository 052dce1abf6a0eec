package io.greenroom.api.users;

import io.greenroom.kernel.store.Transaction;

/** The users who may schedule meetings for others. */
@FunctionalInterface
public interface Assistants {

    /** Whether a user is an assistant of another, and so may schedule meetings for that user. */
    boolean maySchedule(Transaction store, String assistantId, String userId);
}
