package io.greenroom.api.accounts;

import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/** Which accounts a caller may name in a path: the own one, and those below it. */
public final class AccountAccess {
    private AccountAccess() {}

    /** The call in the account that the path names; another one is missing, whether it exists or not. */
    public static Call asked(Call call) {
        return to(call, call.path("accountId")).orElseThrow(() -> call.refuse("account-missing"));
    }

    /** The call in the account of that id, if it is in reach. */
    public static Optional<Call> to(Call call, String id) {
        return id.equals(call.account().id())
                ? Optional.of(call)
                : reached(call, id).map(call::in);
    }

    /** The call in the account that the path names, which must be right below the caller's. */
    public static Call below(Call call) {
        return call.in(reached(call, call.path("accountId"))
                .filter(account -> AccountHierarchy.master(account)
                        .equals(Optional.of(call.account().id())))
                .orElseThrow(() -> call.refuse("account-missing")));
    }

    private static Optional<Doc> reached(Call call, String id) {
        return AccountHierarchy.below(call.store().as(id), call.account().id());
    }

    /** Refuses the call unless the account that the path names, which may be a sub account, has a paid plan. */
    static void requirePlan(Call account) {
        if (!account.has(AccountFeatures.PAID)) {
            throw account.refuse("account-unpaid");
        }
    }
}
