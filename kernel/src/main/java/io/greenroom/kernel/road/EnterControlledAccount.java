package io.greenroom.kernel.road;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.util.Set;

/**
 * A step of the control API: the operation runs in the account of the path parameter {@code accountId}, which must
 * exist. An operation without it runs in no account. The caller is no user.
 */
final class EnterControlledAccount implements Step {
    private static final String PARAMETER = "accountId";

    private final Store store;
    private final Clock clock;

    EnterControlledAccount(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void take(Exchange exchange) {
        String id = exchange.path.getOrDefault(PARAMETER, Due.NO_ACCOUNT);
        Doc account = store.read(id, unit -> account(exchange, unit));
        clock.follow(account);
        exchange.account = account;
        exchange.caller = new Caller(id, "", "", CallerKind.SERVER, Set.of());
    }

    private static Doc account(Exchange exchange, Transaction unit) {
        return exchange.path.containsKey(PARAMETER)
                ? unit.find(KernelTables.ACCOUNTS, unit.account())
                        .orElseThrow(() -> exchange.refuse("control-account-missing"))
                : unit.blank(KernelTables.ACCOUNTS).put("id", Due.NO_ACCOUNT);
    }
}
