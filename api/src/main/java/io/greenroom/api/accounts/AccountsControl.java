package io.greenroom.api.accounts;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.names.Domains;

/** What the control API does to accounts: traits that only the vendor sets. Other groups keep some of them. */
final class AccountsControl {
    private static final String DOMAINS = "trusted_domains";

    void bind(Bindings on) {
        on.doc("controlAccountTraits", AccountsControl::traits);
        on.doc("controlAccountTraitsChange", AccountsControl::change);
    }

    private static Doc traits(Call call) {
        Doc traits = call.blank("AccountTraits")
                .take(AccountProfile.of(call.store()).copy().fillDefaults());
        call.publish(new AccountTraitsRead(traits));
        return traits;
    }

    private static Doc change(Call call) {
        Doc wanted = call.body().copy();
        if (wanted.has(DOMAINS)) {
            wanted.put(DOMAINS, Domains.normal(wanted.texts(DOMAINS)));
        }
        AccountProfile.change(call.store(), profile -> profile.take(wanted));
        call.publish(new AccountTraitsChanged(wanted));
        return traits(call);
    }
}
