package io.greenroom.api.accounts;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;

/** What is known of an account that no operation of the public API says, such as the domains that it trusts. */
public final class AccountTraits {
    private AccountTraits() {}

    /** Those of the unit's account: what nobody has said is as the contract says. */
    public static Doc of(Transaction store) {
        return AccountProfile.of(store).copy().fillDefaults();
    }

    /**
     * Gives the unit's account other traits. Nobody hears of it.
     *
     * @param traits fields of the contract's {@code AccountProfileRecord}, perhaps among others; an explicit null takes
     *     a trait away
     */
    public static void change(Transaction store, Doc traits) {
        AccountProfile.change(store, profile -> profile.take(traits));
    }
}
