package io.greenroom.api.accounts;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/** The e-mail domains of an account: its own, and those that it trusts. */
final class AccountDomainsHandler {

    void bind(Bindings on) {
        on.page("accountManagedDomain", AccountDomainsHandler::managed);
        on.doc("accountTrustedDomain", AccountDomainsHandler::trusted);
    }

    private static Page managed(Call call) {
        List<Doc> domains = paid(call).account().texts("managed_domains").stream()
                .map(domain -> call.blank("ManagedDomain").put("domain", domain).put("status", "managed"))
                .toList();
        return Page.whole(domains);
    }

    private static Doc trusted(Call call) {
        List<String> domains = AccountProfile.of(paid(call).store()).texts("trusted_domains");
        return call.blank("TrustedDomainList").put("trusted_domains", domains);
    }

    private static Call paid(Call call) {
        Call account = AccountAccess.asked(call);
        AccountAccess.requirePlan(account);
        return account;
    }
}
