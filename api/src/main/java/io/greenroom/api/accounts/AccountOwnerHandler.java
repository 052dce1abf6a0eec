package io.greenroom.api.accounts;

import io.greenroom.api.users.AccountOwners;
import io.greenroom.api.users.UserRoles;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;

/** Who owns an account. */
final class AccountOwnerHandler {
    private final Users users;
    private final AccountOwners owners;
    private final UserRoles roles;

    AccountOwnerHandler(Users users, AccountOwners owners, UserRoles roles) {
        this.users = users;
        this.owners = owners;
        this.roles = roles;
    }

    void bind(Bindings on) {
        on.done("updateAccountOwner", this::change);
    }

    private void change(Call call) {
        Call account = AccountAccess.asked(call);
        if (!roles.authority(account).mayPassOnOwnership()) {
            throw call.refuse("no-permission");
        }
        Doc heir = users.find(account, call.body().text("email")).orElseThrow(() -> call.refuse("owner-outside"));
        if (heir.id().equals(account.account().text("owner_id"))) {
            throw call.refuse("owner-already");
        }
        if (!owners.mayOwn(heir)) {
            throw call.refuse("owner-not-admin");
        }
        checkBilling(account);
        owners.passOwnership(account, heir);
        account.store().update(KernelTables.ACCOUNTS, account.account().copy().put("owner_id", heir.id()));
    }

    private static void checkBilling(Call account) {
        Doc profile = AccountProfile.of(account.store());
        if (profile.flag("billing_account_lost")) {
            throw account.refuse("billing-account-missing");
        }
        if (profile.flag("billing_contact_lost")) {
            throw account.refuse("billing-contact-missing");
        }
    }
}
