package io.greenroom.api.billing;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;

/** What the vendor has agreed on with an account that pays or is paid for, and no operation of the public API says. */
public final class PayerTraits {
    private PayerTraits() {}

    /** Those of the unit's account: what nobody has said is as the contract says. */
    public static Doc of(Transaction store) {
        return BillingAccount.of(store);
    }

    /**
     * Gives the unit's account other traits. Nobody hears of it.
     *
     * @param traits fields of the contract's {@code BillingAccountRecord}, perhaps among others; an explicit null takes
     *     a trait away
     */
    public static void change(Transaction store, Doc traits) {
        BillingAccount.change(store, known -> known.take(traits));
    }
}
