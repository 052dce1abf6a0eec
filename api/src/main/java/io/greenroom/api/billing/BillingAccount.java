package io.greenroom.api.billing;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.function.UnaryOperator;

/** The billing data of an account, as a payer or as a subscriber. */
final class BillingAccount {
    static final Table ACCOUNTS = Table.of("billing_accounts", "BillingAccountRecord");

    private BillingAccount() {}

    /** The data of the unit's account, with the contract's defaults for unset fields. */
    static Doc of(Transaction store) {
        return store.find(ACCOUNTS, store.account())
                .map(Doc::copy)
                .orElseGet(() -> store.blank(ACCOUNTS).put("id", store.account()))
                .fillDefaults();
    }

    static void change(Transaction store, UnaryOperator<Doc> change) {
        store.keep(ACCOUNTS, change.apply(of(store)));
    }

    /** Allocates the account's next charge number. */
    static String nextCharge(Call account) {
        long number = of(account.store()).number("charges") + 1;
        change(account.store(), known -> known.put("charges", number));
        return "C-%08d".formatted(number);
    }

    /** Whether the master account may not buy a plan type. */
    static boolean bars(Call master, String type) {
        return of(master.store()).texts("barred_plans").contains(type);
    }
}
