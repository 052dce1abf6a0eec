package io.greenroom.kernel.road;

import io.greenroom.contract.AccountPrefix;
import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.store.Store;
import java.util.Map;

/**
 * Step 6, enter the sub account: if the path begins with the account prefix, the next steps run in the account that it
 * names. An account that is not a sub account of the caller's is reported as missing, whether it exists or not.
 */
final class EnterSubAccount implements Step {
    private final Store store;
    private final Clock clock;

    EnterSubAccount(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void take(Exchange exchange) {
        exchange.accountPrefix().ifPresent(accountPrefix -> enter(exchange, accountPrefix));
    }

    private void enter(Exchange exchange, AccountPrefix accountPrefix) {
        String wanted = exchange.within;
        Doc account = store.read(
                        wanted,
                        unit -> AccountHierarchy.below(unit, exchange.caller().home()))
                .orElseThrow(() -> new Refusal(accountPrefix.failure(), Map.of(accountPrefix.parameter(), wanted)));
        clock.follow(account);
        exchange.account = account;
        exchange.caller = exchange.caller().in(wanted);
    }
}
