package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.KernelTables;
import java.util.Optional;

/** The accounts of one master account. */
public final class SubAccounts {
    private SubAccounts() {}

    static Optional<Doc> find(Call call, String id) {
        return call.store().as(id).find(KernelTables.ACCOUNTS, id);
    }

    /** Whether an account was made under the caller's. */
    public static boolean isBelow(Call call, String id) {
        return find(call, id)
                .flatMap(account -> account.optionalText("master_id"))
                .filter(call.account().id()::equals)
                .isPresent();
    }
}
