package io.greenroom.api.accounts;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.KernelTables;
import java.util.Optional;

/** Which accounts a caller may name in a path: the own one, and those below it. */
final class Reach {
    /** A master account, those below it, and those below these. */
    private static final int TIERS = 3;

    private Reach() {}

    /** The call in the account that the path names; another one is missing, whether it exists or not. */
    static Call asked(Call call, String failure) {
        String id = call.path("accountId");
        if (id.equals("me") || id.equals(call.account().id())) {
            return call;
        }
        return call.in(find(call, id)
                .filter(account -> isBelow(call, account, TIERS))
                .orElseThrow(() -> call.refuse(failure)));
    }

    /** The call in the account that the path names, which must be right below the caller's. */
    static Call below(Call call) {
        return call.in(find(call, call.path("accountId"))
                .filter(account -> isBelow(call, account, 2))
                .orElseThrow(() -> call.refuse("account-missing")));
    }

    static Optional<Doc> find(Call call, String id) {
        return call.store().as(id).find(KernelTables.ACCOUNTS, id);
    }

    private static boolean isBelow(Call call, Doc account, int tiers) {
        Optional<String> above = account.optionalText("master_id");
        for (int tier = 1; tier < tiers && above.isPresent(); tier++) {
            if (above.get().equals(call.account().id())) {
                return true;
            }
            above = find(call, above.get()).flatMap(next -> next.optionalText("master_id"));
        }
        return false;
    }

    /** Refuses what an account without a paid plan cannot do. */
    static void requirePlan(Call account, String failure) {
        if (!hasPlan(account.account())) {
            throw account.refuse(failure);
        }
    }

    static boolean hasPlan(Doc account) {
        return !account.text("plan", "free").equals("free");
    }
}
