package io.greenroom.server.control;

import io.greenroom.kernel.Installation;

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
            unit.forgetAccount();
            return account;
        });
    }
}
