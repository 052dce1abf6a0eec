package io.greenroom.server.control;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.kernel.AccountOpened.Owner;
import io.greenroom.kernel.Accounts.Opening;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Opens the accounts that are ordered, and says what their apps identify themselves by: the only time that it is told.
 */
final class AccountOrders {
    private final Installation installation;
    private final AccountOpener opener;
    private final List<String> redirectUris;

    AccountOrders(Installation installation, AccountOpener opener, List<String> redirectUris) {
        this.installation = installation;
        this.opener = opener;
        this.redirectUris = redirectUris;
    }

    Doc open(ControlCall call) {
        Doc order = call.body();
        Opening opening = opening(call, order);
        List<AccountOpener.App> apps = apps(call, order);
        Doc row = installation.store().write(opening.id(), unit -> {
            refuseTaken(call, unit, opening);
            return limited(unit, opener.open(unit, opening, apps), order);
        });
        return Rows.shown(call, "OpenedAccount", row)
                .put("apps", apps.stream().map(app -> shown(call, app)).toList());
    }

    private Opening opening(ControlCall call, Doc order) {
        Contract contract = installation.scope().contract();
        AccountHandler.refuseUnknown(call, contract, order.texts("features"));
        Ids ids = installation.scope().ids();
        String id = order.optionalText("id").orElseGet(ids::next);
        return new Opening(
                id,
                order.text("name"),
                order.text("plan"),
                order.has("features")
                        ? order.texts("features").stream().distinct().toList()
                        : List.copyOf(contract.features().keySet()),
                Domains.normal(order.texts("managed_domains")),
                owner(order, ids));
    }

    private static Owner owner(Doc order, Ids ids) {
        String id = ids.next();
        Optional<Doc> owner = order.optionalDoc("owner");
        return new Owner(
                id,
                owner.map(given -> given.text("email"))
                        .orElseGet(() -> "owner-" + id.toLowerCase(Locale.ROOT) + "@greenroom.example"),
                owner.map(given -> given.text("first_name")).orElse("Olivia"),
                owner.map(given -> given.text("last_name")).orElse("Owner"),
                owner.flatMap(given -> given.optionalText("password")).map(Passwords::hash));
    }

    private void refuseTaken(ControlCall call, Transaction unit, Opening opening) {
        if (unit.find(KernelTables.ACCOUNTS, opening.id()).isPresent()) {
            throw call.refuse("control-account-there", "id", opening.id());
        }
        String email = opening.owner().email();
        if (installation.scope().bindings().people().byLogin(unit, email).isPresent()) {
            throw call.refuse("control-email-used", "email", email);
        }
    }

    private static Doc limited(Transaction unit, Doc row, Doc order) {
        return order.has("licences") || order.has("basic_users")
                ? unit.update(KernelTables.ACCOUNTS, row.copy().take(order.only("licences", "basic_users")))
                : row;
    }

    private List<AccountOpener.App> apps(ControlCall call, Doc order) {
        if (!order.has("apps")) {
            return List.of(app(
                    call, call.blank("AppOrder").put("name", "Server-to-server").put("kind", "server")));
        }
        List<AccountOpener.App> apps = new ArrayList<>();
        order.docs("apps").forEach(app -> apps.add(app(call, app)));
        return apps;
    }

    private AccountOpener.App app(ControlCall call, Doc order) {
        CallerKind kind = CallerKind.valueOf(order.text("kind").toUpperCase(Locale.ROOT));
        List<String> redirects = order.has("redirect_uris") ? order.texts("redirect_uris") : redirectUris;
        redirects.stream().filter(uri -> !Apps.mayRedirectTo(uri)).findFirst().ifPresent(uri -> {
            throw call.refuse("control-redirect-unfit", "uri", uri);
        });
        return new AccountOpener.App(
                order.text("name"),
                kind,
                scopes(call, order, kind),
                redirects,
                installation.apps().draw());
    }

    private List<String> scopes(ControlCall call, Doc order, CallerKind kind) {
        Contract contract = installation.scope().contract();
        if (!order.has("scopes")) {
            return Scopes.of(contract, kind);
        }
        List<String> scopes = order.texts("scopes");
        Set<String> known = Set.copyOf(contract.scopes());
        scopes.stream().filter(scope -> !known.contains(scope)).findFirst().ifPresent(unknown -> {
            throw call.refuse("control-scope-unknown", "scope", unknown);
        });
        return scopes;
    }

    private static Doc shown(ControlCall call, AccountOpener.App app) {
        return call.blank("OpenedApp")
                .put("name", app.name())
                .put("kind", app.kind().name().toLowerCase(Locale.ROOT))
                .put("client_id", app.credentials().clientId())
                .put("client_secret", app.credentials().clientSecret())
                .put("scopes", app.scopes())
                .put("redirect_uris", app.redirectUris());
    }
}
