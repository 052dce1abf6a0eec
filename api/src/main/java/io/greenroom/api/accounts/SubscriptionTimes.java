package io.greenroom.api.accounts;

import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Since when and until when an account has its plan, as its master account's list shows it. */
public final class SubscriptionTimes {
    private SubscriptionTimes() {}

    /** Says so of the unit's account; nothing when it has no plan. */
    public static void tell(Transaction store, Optional<Instant> start, Optional<Instant> end) {
        Optional<Doc> known = store.find(AccountProfile.PROFILES, store.account());
        Doc profile = known.map(Doc::copy)
                .orElseGet(() -> store.blank(AccountProfile.PROFILES).put("id", store.account()))
                .put("subscription_start_time", start)
                .put("subscription_end_time", end);
        if (known.isPresent()) {
            store.update(AccountProfile.PROFILES, profile);
        } else {
            store.insert(AccountProfile.PROFILES, profile);
        }
    }
}
