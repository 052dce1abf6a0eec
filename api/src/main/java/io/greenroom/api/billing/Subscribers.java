package io.greenroom.api.billing;

import io.greenroom.api.accounts.AccountAccess;
import io.greenroom.api.accounts.PayMode;
import io.greenroom.api.users.Users;
import io.greenroom.contract.Property;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;

/** Finds the accounts whose plans a master account may buy, and refuses operations that they do not permit. */
final class Subscribers {
    private final Users users;

    Subscribers(Users users) {
        this.users = users;
    }

    /** Enters the account of the path: a direct sub account that the caller's account pays for. */
    Call require(Call call) {
        Call account = AccountAccess.below(call);
        if (PayMode.isOwn(account)) {
            throw call.refuse("billing-self-paid");
        }
        return account;
    }

    /** Refuses master accounts that buy licences for all sub accounts in bulk. */
    void refuseBulk(Call call) {
        if (BillingAccount.of(call.store()).flag("bulk_licences")) {
            throw call.refuse("plan-bulk-licences");
        }
    }

    /** Refuses accounts whose owner does not exist. */
    void requireOwner(Call account) {
        if (users.find(account, account.account().text("owner_id", "")).isEmpty()) {
            throw account.refuse("user-missing");
        }
    }

    /** Refuses accounts without a paid plan. */
    void refuseFree(Call account) {
        if (AccountPlan.isFree(account)) {
            throw account.refuse("plan-account-free");
        }
    }

    /** Refuses a bundle of plans. */
    void refuseBundle(Call account) {
        if (BillingAccount.of(account.store()).flag("bundle")) {
            throw account.refuse("plan-bundled");
        }
    }

    /** Refuses plans that the API cannot change: trials, and those of the vendor's VIP accounts. */
    void refuseFixed(Call account) {
        boolean trial = new Plans(account)
                .base()
                .map(Plans::offer)
                .filter(Offer::isTrial)
                .isPresent();
        if (trial || BillingAccount.of(account.store()).flag("vip")) {
            throw account.refuse("plan-trial-fixed");
        }
    }

    /**
     * The billing contact, with empty texts for unknown fields. Before the first purchase, it is the account's owner.
     */
    Doc contact(Call account) {
        Doc known = BillingAccount.of(account.store())
                .optionalDoc("contact")
                .or(() -> users.find(account, account.account().text("owner_id", "")))
                .map(found -> account.as("BillingContact", found))
                .orElseGet(() -> account.blank("BillingContact"));
        known.schema().properties().stream()
                .filter(Property::required)
                .forEach(property -> known.putIfAbsent(property.name(), ""));
        return known;
    }
}
