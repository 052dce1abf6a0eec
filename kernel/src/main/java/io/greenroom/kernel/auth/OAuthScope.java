package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;

/**
 * What the endpoints of the authorization server share.
 *
 * @param store of apps, grants and codes
 * @param clock the product's time
 * @param ids source of new ids
 * @param keys that sign tokens and forms
 * @param people the users that can sign in
 * @param passwords verifies their passwords
 * @param deauthorizations announces that a user removed an app
 */
public record OAuthScope(
        Store store,
        Clock clock,
        Ids ids,
        Keys keys,
        People people,
        Passwords passwords,
        Deauthorizations deauthorizations) {

    /**
     * The current time of the unit's account; reads the account's clock first because another node may have moved it.
     */
    public Instant now(Transaction unit) {
        unit.find(KernelTables.ACCOUNTS, unit.account()).ifPresent(clock::follow);
        return clock.now(unit.account());
    }
}
