package io.greenroom.kernel;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** Master accounts and their sub accounts. */
public final class AccountHierarchy {
    /** A master account, its sub accounts and their sub accounts (the vendor's "two or three tiers"). */
    private static final int TIERS = 3;

    private AccountHierarchy() {}

    /** The row of the unit's account if that is a sub account of {@code master}, directly or indirectly. */
    public static Optional<Doc> below(Transaction unit, String master) {
        Optional<Doc> account = row(unit);
        Optional<String> above = account.flatMap(AccountHierarchy::master);
        for (int tier = 1; tier < TIERS && above.isPresent(); tier++) {
            if (above.get().equals(master)) {
                return account;
            }
            above = row(unit.as(above.get())).flatMap(AccountHierarchy::master);
        }
        return Optional.empty();
    }

    /** The account's direct master account; empty for an account that has none. */
    public static Optional<String> master(Doc account) {
        return account.optionalText("master_id");
    }

    private static Optional<Doc> row(Transaction unit) {
        return unit.find(KernelTables.ACCOUNTS, unit.account());
    }
}
