package io.greenroom.server.control;

import io.greenroom.api.users.UserTraits;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;

/** Accounts and their users, as the control API finds them. */
final class Rows {
    private final Installation installation;

    Rows(Installation installation) {
        this.installation = installation;
    }

    /** The row of the account that the path names. */
    Doc require(ControlCall call) {
        return installation.store().read(call.account(), unit -> require(call, unit));
    }

    /** The same, in a unit of the account. */
    static Doc require(ControlCall call, Transaction unit) {
        return unit.find(KernelTables.ACCOUNTS, unit.account())
                .orElseThrow(() -> call.refuse("control-account-missing"));
    }

    /** The user that the path names by id or e-mail address, in a unit of the account. */
    static Doc user(ControlCall call, Transaction unit) {
        require(call, unit);
        return UserTraits.of(unit, call.path("userId")).orElseThrow(() -> call.refuse("control-user-missing"));
    }

    /** What the control API shows of a row. */
    static Doc shown(ControlCall call, String schema, Doc row) {
        Doc shown = row.as(call.blank(schema).schema());
        return shown.put("name", row.text("account_name", ""));
    }
}
