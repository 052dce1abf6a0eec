package io.greenroom.kernel;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** Which account is below which. */
public final class AccountHierarchy {
    /** Master account, sub accounts and theirs (the vendor's "two or three tiers"). */
    private static final int TIERS = 3;

    private AccountHierarchy() {}

    /** The row of the account that a unit looks at, if that is below another one. */
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

    /** The account right above one; none when it stands alone or at the top. */
    public static Optional<String> master(Doc account) {
        return account.optionalText("master_id");
    }

    private static Optional<Doc> row(Transaction unit) {
        return unit.find(KernelTables.ACCOUNTS, unit.account());
    }
}
