package io.greenroom.api.accounts;

import io.greenroom.api.accounts.facts.AccountDisassociated;
import io.greenroom.api.users.AccountOwners;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.AccountOpened.Owner;
import io.greenroom.kernel.AccountRemoved;
import io.greenroom.kernel.Accounts.Opening;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Optional;

/** The accounts below a master account: who there is, who comes and who goes. */
final class SubAccountHandler {
    /** What a master account has below it; the accounts themselves are rows of their own. */
    static final Table SUB_ACCOUNTS =
            Table.of("sub_accounts", "SubAccountRecord").counted();

    /** The plan of new sub accounts. */
    private static final String PLAN = "free";

    private final Users users;
    private final AccountOwners owners;

    SubAccountHandler(Users users, AccountOwners owners) {
        this.users = users;
        this.owners = owners;
    }

    void bind(Bindings on) {
        on.page("accounts", this::list);
        on.doc("accountCreate", this::create);
        on.doc("account", this::show);
        on.done("accountDisassociate", this::disassociate);
        on.done("accountOptionsUpdate", this::changeOptions);
        on.publishes(AccountDisassociated.class);
        on.fact(AccountRemoved.class, SubAccountHandler::forget);
    }

    private Page list(Call call) {
        return Page.of(call.store()
                        .in(SUB_ACCOUNTS)
                        .page(call.page().start(), call.page().size()))
                .map(entry -> summary(call.in(row(call.store(), entry.id()))));
    }

    private Doc summary(Call below) {
        Doc account = below.account();
        Doc profile = AccountProfile.of(below.store());
        return below.as("SubAccount", account)
                .put("owner_email", ownerEmail(below))
                .put("account_type", account.optionalText("plan"))
                .put("seats", Optional.ofNullable(account.get("licences")))
                .put("subscription_start_time", profile.optionalText("subscription_start_time"))
                .put("subscription_end_time", profile.optionalText("subscription_end_time"))
                .put("account_number", account.optionalText("account_number"));
    }

    private Optional<String> ownerEmail(Call account) {
        return users.find(account, account.account().text("owner_id")).map(owner -> owner.text("email"));
    }

    /** A sub account starts on the free plan, with the master account's features. Our guess. */
    private Doc create(Call call) {
        Doc wanted = call.body();
        owners.checkFounder(call, wanted);
        Owner owner = new Owner(
                call.ids().next(),
                wanted.text("email"),
                wanted.text("first_name"),
                wanted.text("last_name"),
                call.passwordHash("password"));
        Doc account = call.open(new Opening(
                call.ids().next(),
                wanted.text("account_name", owner.firstName() + " " + owner.lastName()),
                PLAN,
                AccountFeatures.inherited(call.account()),
                List.of(),
                owner,
                Optional.of(call.account().id())));
        Doc entry = call.blank(SUB_ACCOUNTS).put("id", account.id());
        entry.within("options").take(wanted.optionalDoc("options").orElseGet(() -> call.blank("AccountOptions")));
        call.store().insert(SUB_ACCOUNTS, entry.put("options", settled(entry.doc("options"))));
        call.announce("account.created", event(call, account, owner.email()));
        return call.as("SubAccountCreated", account).put("owner_email", owner.email());
    }

    /** Options with their defaults; lists of connectors mean nothing while connectors are not shared. */
    private static Doc settled(Doc options) {
        Doc settled = options.fillDefaults();
        if (!settled.flag("share_rc")) {
            settled.remove("room_connector_list");
        }
        if (!settled.flag("share_mc")) {
            settled.remove("meeting_connector_list");
        }
        return settled;
    }

    private Doc show(Call call) {
        Call account = AccountAccess.asked(call);
        return call.as("AccountDetail", account.account())
                .put("owner_email", ownerEmail(account))
                .put("options", options(account))
                .put("vanity_url", AccountProfile.of(account.store()).optionalText("vanity_url"));
    }

    /** The options that the account above has given; those of an account that stands alone are the defaults. */
    static Doc options(Call account) {
        return account.account()
                .optionalText("master_id")
                .flatMap(master -> account.store()
                        .as(master)
                        .find(SUB_ACCOUNTS, account.account().id()))
                .map(entry -> entry.doc("options"))
                .orElseGet(() -> account.blank("AccountOptions").fillDefaults());
    }

    private void disassociate(Call call) {
        Call account = AccountAccess.below(call);
        if (account.has(AccountFeatures.PAID)) {
            throw call.refuse("account-paid");
        }
        call.store().find(SUB_ACCOUNTS, account.account().id()).ifPresent(entry -> call.store()
                .delete(SUB_ACCOUNTS, entry));
        Doc alone = free(account.store(), account.account());
        call.publish(new AccountDisassociated(alone, call.account().id()));
        call.announce(
                "account.disassociated", event(call, alone, ownerEmail(account).orElse("")));
    }

    private static Doc free(Transaction store, Doc account) {
        return store.update(KernelTables.ACCOUNTS, account.copy().remove("master_id"));
    }

    private void changeOptions(Call call) {
        Call account = AccountAccess.below(call);
        Doc before = options(account);
        Doc after = settled(before.copy().take(call.body()));
        if (account.has(AccountFeatures.PAID)) {
            refuseChanged(call, before, after, "pay_mode", "pay-mode-settled");
            refuseChanged(call, before, after, "billing_auto_renew", "collection-settled");
        }
        String id = account.account().id();
        call.store().find(SUB_ACCOUNTS, id).ifPresent(entry -> call.store()
                .update(SUB_ACCOUNTS, entry.copy().put("options", after)));
    }

    private static void refuseChanged(Call call, Doc before, Doc after, String option, String failure) {
        if (!before.optionalText(option).equals(after.optionalText(option))) {
            throw call.refuse(failure);
        }
    }

    /** What was below a removed account stands alone; what was above it does not list it any more. */
    private static void forget(Call call, AccountRemoved removed) {
        Optional<Doc> entry = call.store().in(SUB_ACCOUNTS).first();
        while (entry.isPresent()) {
            String id = entry.get().id();
            call.store().delete(SUB_ACCOUNTS, entry.get());
            Doc alone = free(call.store().as(id), row(call.store(), id));
            call.publish(new AccountDisassociated(alone, removed.account().id()));
            entry = call.store().in(SUB_ACCOUNTS).first();
        }
        removed.account().optionalText("master_id").map(call.store()::as).ifPresent(above -> above.find(
                        SUB_ACCOUNTS, removed.account().id())
                .ifPresent(listed -> above.delete(SUB_ACCOUNTS, listed)));
    }

    private static Doc row(Transaction store, String id) {
        return store.as(id)
                .find(KernelTables.ACCOUNTS, id)
                .orElseThrow(() -> new ContractViolation("The account " + id + " is listed and not there"));
    }

    private static Doc event(Call call, Doc account, String ownerEmail) {
        return call.as("AccountEvent", account).put("owner_email", ownerEmail);
    }
}
