package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/**
 * Which account a path means, by the rules of master accounts: the own one or one below it. Any other one is missing,
 * whether it exists or not.
 */
final class Masters {
    private Masters() {}

    /** The account whose countries or numbers a master account sets: its own or one below. */
    static Transaction managed(Call call) {
        if (isOwn(call) && isBelow(call.account())) {
            throw call.refuse("sip-audio-sub-forbidden");
        }
        if (!isMaster(call)) {
            throw call.refuse("not-a-master");
        }
        return isOwn(call) ? call.store() : enrolled(call, "sip-audio-off", "account-missing");
    }

    /** The account whose trunks are looked at: the own one or one below. */
    static Transaction seen(Call call) {
        return isOwn(call) ? call.store() : enrolled(call, "sip-audio-off", "account-missing");
    }

    /**
     * An account below the caller's, which is a master account, and which it is to be assigned something.
     *
     * @param unenrolled the failure when that account has no plan for it
     * @param missing the failure when there is no such account, or the caller's is no master account
     */
    static Transaction below(Call call, String unenrolled, String missing) {
        if (isOwn(call) || !isMaster(call)) {
            throw call.refuse(missing);
        }
        return enrolled(call, unenrolled, missing);
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

    private static Transaction enrolled(Call call, String unenrolled, String missing) {
        Transaction store = call.store().as(call.path("accountId"));
        Optional<Doc> account = AccountHierarchy.below(store, call.account().id());
        if (account.isEmpty()) {
            throw call.refuse(missing);
        }
        if (!account.get().texts("features").contains("sip_audio")) {
            throw call.refuse(unenrolled);
        }
        return store;
    }
}
