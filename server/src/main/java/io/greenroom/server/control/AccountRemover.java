package io.greenroom.server.control;

import io.greenroom.contract.EventOrigin;
import io.greenroom.kernel.AccountRemoved;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;

/** Removes accounts with everything in them. Threads may share it. */
final class AccountRemover {
    private final Installation installation;

    AccountRemover(Installation installation) {
        this.installation = installation;
    }

    void remove(String account) {
        // Its clock goes with the machine's again, lest an account that is opened under the same id begins in another
        // time.
        installation.dueTimes().release(account);
        installation.store().write(account, unit -> {
            unit.find(KernelTables.ACCOUNTS, account).ifPresent(row -> installation
                    .scope()
                    .internal(unit, row, EventOrigin.CONTROL)
                    .publish(new AccountRemoved(row)));
            unit.forgetAccount();
            return account;
        });
        installation.store().counters().forget(account);
    }
}
