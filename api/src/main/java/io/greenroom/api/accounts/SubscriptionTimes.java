package io.greenroom.api.accounts;

import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Since when and until when an account has its plan, as its master account's list shows it. */
public final class SubscriptionTimes {
    private SubscriptionTimes() {}

    /** Says so of the unit's account; nothing when it has no plan. */
    public static void publish(Transaction store, Optional<Instant> start, Optional<Instant> end) {
        AccountProfile.change(
                store, profile -> profile.put("subscription_start_time", start).put("subscription_end_time", end));
    }
}
