package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;

/**
 * What the parts of the authorization server share.
 *
 * @param store where apps, grants and codes are kept
 * @param clock the product's time
 * @param ids where ids come from that are no secrets
 * @param keys what tokens and forms are signed with
 * @param people who can sign in
 */
public record OAuthScope(Store store, Clock clock, Ids ids, Keys keys, People people) {

    /** The time of the unit's account, whose clock another node may have moved. */
    public Instant now(Transaction unit) {
        unit.find(KernelTables.ACCOUNTS, unit.account()).ifPresent(clock::follow);
        return clock.now(unit.account());
    }
}
