package io.greenroom.api.billing;

import io.greenroom.api.accounts.AccountTraitsChanged;
import io.greenroom.api.accounts.AccountTraitsRead;
import io.greenroom.kernel.Bindings;

/** The account traits that the vendor has agreed on with a payer or a subscriber. */
final class BillingControl {

    void bind(Bindings on) {
        on.fact(AccountTraitsRead.class, (call, read) -> read.traits().take(BillingAccount.of(call.store())));
        on.fact(
                AccountTraitsChanged.class,
                (call, changed) -> BillingAccount.change(call.store(), known -> known.take(changed.traits())));
    }
}
