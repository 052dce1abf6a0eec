package io.greenroom.api.accounts;

import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** The start and end of an account's subscription, as its master account's list shows them. */
public final class SubscriptionTimes {
    private SubscriptionTimes() {}

    /** Sets the times of the unit's account; both are empty when it has no plan. */
    public static void set(Transaction store, Optional<Instant> start, Optional<Instant> end) {
        AccountProfile.change(
                store, profile -> profile.put("subscription_start_time", start).put("subscription_end_time", end));
    }
}
