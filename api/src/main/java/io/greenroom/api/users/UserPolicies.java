package io.greenroom.api.users;

import static io.greenroom.api.users.UserPolicy.POLICIES;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Transaction;

/** The policies of accounts about their users. The account's settings decide the rest, for which the API has words. */
public final class UserPolicies {
    private UserPolicies() {}

    /** The policy in force, with the contract's defaults for what is not decided. */
    public static Doc of(Transaction store) {
        return UserPolicy.of(store).decisions();
    }

    /**
     * Puts a policy in place of the one before.
     *
     * @param policy fields of the contract's {@code UserPolicyRecord}; those that are absent are decided no more
     */
    public static void replace(Transaction store, Doc policy) {
        Doc decided = Json.read(store.blank(POLICIES).schema(), Json.write(policy));
        store.find(POLICIES, store.account()).ifPresent(former -> store.delete(POLICIES, former));
        store.insert(POLICIES, decided.put("id", store.account()));
    }
}
