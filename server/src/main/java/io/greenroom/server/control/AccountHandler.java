package io.greenroom.server.control;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Query;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Accounts: open, look at, change, remove them. */
final class AccountHandler {
    private final Installation installation;
    private final AccountOrders orders;
    private final Rows rows;

    AccountHandler(Installation installation, AccountOpener opener, List<String> redirectUris) {
        this.installation = installation;
        this.orders = new AccountOrders(installation, opener, redirectUris);
        this.rows = new Rows(installation);
    }

    void bind(ControlBindings on) {
        on.doc("controlAccounts", this::list);
        on.doc("controlAccountOpen", orders::open);
        on.doc("controlAccount", this::get);
        on.doc("controlAccountChange", this::change);
        on.done("controlAccountRemove", this::remove);
        on.doc("controlEvents", this::events);
    }

    private Doc list(ControlCall call) {
        Query.Start start = Query.Start.after(Cursor.at(call.query().number("after")));
        int limit = (int) call.query().number("limit");
        Query.Slice page = installation.store().read("", unit -> unit.across(KernelTables.ACCOUNTS)
                .page(start, limit));
        Doc list = call.blank("ControlAccountList")
                .put(
                        "accounts",
                        page.documents().stream()
                                .map(row -> Rows.shown(call, "ControlAccount", row))
                                .toList());
        return page.more() ? list.put("next", page.last().position()) : list;
    }

    private Doc get(ControlCall call) {
        return Rows.shown(call, "ControlAccount", rows.require(call));
    }

    private Doc change(ControlCall call) {
        refuseUnknownFeatures(call, installation.scope().contract());
        return Rows.shown(call, "ControlAccount", update(call, row -> changed(row, call.body())));
    }

    private Doc update(ControlCall call, UnaryOperator<Doc> change) {
        return installation.store().write(call.account(), unit -> {
            Doc row = Rows.require(call, unit);
            return unit.update(KernelTables.ACCOUNTS, change.apply(row.copy()));
        });
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

    private static void refuseUnknownFeatures(ControlCall call, Contract contract) {
        Doc body = call.body();
        refuseUnknown(call, contract, body.texts("features"));
        body.optionalDoc("switch").ifPresent(turned -> {
            refuseUnknown(call, contract, turned.texts("on"));
            refuseUnknown(call, contract, turned.texts("off"));
        });
    }

    static void refuseUnknown(ControlCall call, Contract contract, List<String> features) {
        features.stream()
                .filter(feature -> !contract.features().containsKey(feature))
                .findFirst()
                .ifPresent(unknown -> {
                    throw call.refuse("control-feature-unknown", "feature", unknown);
                });
    }

    private void remove(ControlCall call) {
        rows.require(call);
        new AccountRemover(installation).remove(call.account());
    }

    private Doc events(ControlCall call) {
        rows.require(call);
        List<OutboxEvent> events = installation
                .store()
                .queues()
                .events(call.account(), call.query().number("after"), (int)
                        call.query().number("limit"));
        return call.blank("EventList")
                .put(
                        "events",
                        events.stream()
                                .map(event -> call.blank("KeptEvent")
                                        .put("sequence", event.sequence())
                                        .put("name", event.name())
                                        .put("at", event.at())
                                        .put("body", Json.read(Schema.anyObject(), event.body())))
                                .toList());
    }
}
