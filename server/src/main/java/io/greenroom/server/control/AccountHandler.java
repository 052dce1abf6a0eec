package io.greenroom.server.control;

import io.greenroom.api.users.facts.PlanChanged;
import io.greenroom.contract.Contract;
import io.greenroom.contract.EventOrigin;
import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.AccountRemoved;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.names.Domains;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The accounts of the server. */
final class AccountHandler {
    private final AccountOrders orders;

    AccountHandler(List<String> redirectUris) {
        this.orders = new AccountOrders(redirectUris);
    }

    void bind(Bindings on) {
        on.doc("controlAccounts", this::list);
        on.doc("controlAccountOpen", orders::open);
        on.doc("controlAccount", call -> shown(call, "ControlAccount", call.account()));
        on.doc("controlAccountChange", this::change);
        ControlGroup.bindOutside(
                on,
                "controlAccountRemove",
                call -> remove(ControlGroup.installation(call), call.account().id()));
    }

    /** The fields of an account's row that the control API shows. */
    static Doc shown(Call call, String schema, Doc row) {
        return call.as(schema, row).put("name", row.text("account_name", "")).put("features", AccountFeatures.of(row));
    }

    private Doc list(Call call) {
        Query.Start start = Query.Start.after(Cursor.at(call.query().number("after")));
        Query.Slice page = call.store().across(KernelTables.ACCOUNTS).page(start, (int)
                call.query().number("limit"));
        Doc list = call.blank("ControlAccountList")
                .put(
                        "accounts",
                        page.documents().stream()
                                .map(row -> shown(call, "ControlAccount", row))
                                .toList());
        return page.more() ? list.put("next", page.last().position()) : list;
    }

    private Doc change(Call call) {
        refuseUnknownFeatures(call, ControlGroup.installation(call).scope().contract());
        Doc row = call.store()
                .find(KernelTables.ACCOUNTS, call.account().id())
                .orElseThrow(() -> call.refuse("control-account-missing"));
        Doc changed = call.store().update(KernelTables.ACCOUNTS, changed(row.copy(), call.body()));
        if (!changed.text("plan").equals(row.text("plan"))) {
            call.publish(new PlanChanged(changed));
        }
        return shown(call, "ControlAccount", changed);
    }

    private static Doc changed(Doc row, Doc body) {
        body.optionalText("name").ifPresent(name -> row.put("account_name", name));
        if (body.has("managed_domains")) {
            row.put("managed_domains", Domains.normal(body.texts("managed_domains")));
        }
        body.optionalText("plan").ifPresent(plan -> row.put("plan", plan));
        boolean replaced = body.has("features") && !body.isNull("features");
        Set<String> features = new LinkedHashSet<>((replaced ? body : row).texts("features"));
        body.optionalDoc("switch").ifPresent(turned -> {
            features.addAll(turned.texts("on"));
            turned.texts("off").forEach(features::remove);
        });
        return row.take(body.only("licences", "basic_users")).put("features", features);
    }

    private static void refuseUnknownFeatures(Call call, Contract contract) {
        Doc body = call.body();
        refuseUnknown(call, contract, body.texts("features"));
        body.optionalDoc("switch").ifPresent(turned -> {
            refuseUnknown(call, contract, turned.texts("on"));
            refuseUnknown(call, contract, turned.texts("off"));
        });
    }

    static void refuseUnknown(Call call, Contract contract, List<String> features) {
        features.stream()
                .filter(feature -> !contract.features().containsKey(feature))
                .findFirst()
                .ifPresent(unknown -> {
                    throw call.refuse("control-feature-unknown", "feature", unknown);
                });
    }

    /** Removes an account with all its data. */
    static void remove(Installation installation, String account) {
        // Without this, an account that is opened later under the same id would begin with the clock of this one.
        installation.dueTimes().release(account);
        installation.store().write(account, unit -> {
            unit.find(KernelTables.ACCOUNTS, account).ifPresent(row -> installation
                    .scope()
                    .internal(unit, row, EventOrigin.CONTROL)
                    .publish(new AccountRemoved(row)));
            unit.forgetAccount();
            return account;
        });
        installation.store().counters(CounterKind.LIMITS).forget(account);
        installation.faults().clear(account);
    }
}
