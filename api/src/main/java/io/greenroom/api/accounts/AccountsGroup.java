package io.greenroom.api.accounts;

import io.greenroom.api.users.AccountOwners;
import io.greenroom.api.users.UserRoles;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.backgrounds.VirtualBackgrounds.Owner;
import io.greenroom.parts.mails.Mails;
import java.util.List;
import java.util.Optional;

/** The Accounts group: sub accounts, and what applies to all users of an account. */
public final class AccountsGroup implements ApiGroup {
    private final Users users;
    private final AccountOwners owners;
    private final UserRoles roles;
    private final VirtualBackgrounds backgrounds = new VirtualBackgrounds();
    private final AccountSettings settings = new AccountSettings();

    public AccountsGroup(Users users, AccountOwners owners, UserRoles roles) {
        this.users = users;
        this.owners = owners;
        this.roles = roles;
    }

    /** What other groups may ask about the account that they work in. */
    public AccountSettings settings() {
        return settings;
    }

    @Override
    public List<Table> tables() {
        return List.of(SubAccountHandler.SUB_ACCOUNTS, AccountProfile.PROFILES, Mails.MAILS);
    }

    @Override
    public void bind(Bindings on) {
        on.subject("account", new Bindings.Subject((store, id) -> Optional.of(id), AccountsGroup::nameOf));
        new SubAccountHandler(users, owners).bind(on);
        new AccountDomainsHandler().bind(on);
        new AccountOwnerHandler(users, owners, roles).bind(on);
        new AccountSettingsHandler(backgrounds).bind(on);
        new AccountLocksHandler().bind(on);
        on.publishes(AccountTraitsRead.class, AccountTraitsChanged.class);
        new AccountsControl().bind(on);
        Mails.bind(on);
        backgrounds.bindAdding(on, "uploadVB", AccountsGroup::ownerOfBackgrounds);
        backgrounds.bindRemoving(on, "delVB", AccountsGroup::ownerOfBackgrounds);
    }

    private static Owner ownerOfBackgrounds(Call call) {
        Call account = AccountAccess.asked(call);
        return new Owner(account, account.account().id());
    }

    private static Optional<String> nameOf(Transaction store, String id) {
        return store.as(id).find(KernelTables.ACCOUNTS, id).flatMap(account -> account.optionalText("account_name"));
    }
}
