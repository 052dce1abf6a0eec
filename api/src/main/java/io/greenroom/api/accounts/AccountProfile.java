package io.greenroom.api.accounts;

import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;

/** What is known of an account beside its row. */
final class AccountProfile {
    static final Table PROFILES = Table.of("account_profiles", "AccountProfileRecord");

    private AccountProfile() {}

    /** The profile of the unit's account. */
    static Doc of(Transaction store) {
        return store.find(PROFILES, store.account()).orElseGet(() -> store.blank(PROFILES));
    }
}
