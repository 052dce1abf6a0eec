package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/**
 * Resolves the account in a path by the rules of master accounts: the caller's own or a sub account. Any other one is
 * missing, whether it exists or not.
 */
final class Masters {
    private Masters() {}

    /** The account whose countries or numbers a master account manages: its own or a sub account. */
    static Transaction managed(Call call) {
        if (isOwn(call) && isBelow(call.account())) {
            throw call.refuse("sip-audio-sub-forbidden");
        }
        if (!isMaster(call)) {
            throw call.refuse("not-a-master");
        }
        return isOwn(call) ? call.store() : enrolled(call);
    }

    /** The account whose trunks are listed: the caller's own or a sub account. */
    static Transaction seen(Call call) {
        return isOwn(call) ? call.store() : enrolled(call);
    }

    /** A sub account of the caller's master account, as the target of an assignment. */
    static Transaction below(Call call) {
        if (isOwn(call) || !isMaster(call)) {
            throw call.refuse("account-missing");
        }
        return enrolled(call);
    }

    static boolean isOwn(Call call) {
        return call.path("accountId").equals(call.account().id());
    }

    static boolean isMaster(Call call) {
        return call.has("sub_accounts") && !isBelow(call.account());
    }

    static boolean isBelow(Doc account) {
        return AccountHierarchy.master(account).isPresent();
    }

    private static Transaction enrolled(Call call) {
        Transaction store = call.store().as(call.path("accountId"));
        Optional<Doc> account = AccountHierarchy.below(store, call.account().id());
        if (account.isEmpty()) {
            throw call.refuse("account-missing");
        }
        if (!account.get().texts("features").contains("sip_audio")) {
            throw call.refuse("sip-audio-off");
        }
        return store;
    }
}
