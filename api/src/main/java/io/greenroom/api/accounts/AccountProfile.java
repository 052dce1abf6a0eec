package io.greenroom.api.accounts;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.function.UnaryOperator;

/** What is known of an account beside its row. */
final class AccountProfile {
    static final Table PROFILES = Table.of("account_profiles", "AccountProfileRecord");

    private AccountProfile() {}

    /** The profile of the unit's account. */
    static Doc of(Transaction store) {
        return store.find(PROFILES, store.account()).orElseGet(() -> store.blank(PROFILES));
    }

    static void change(Transaction store, UnaryOperator<Doc> change) {
        store.keep(PROFILES, change.apply(of(store).copy().put("id", store.account())));
    }
}
