package io.greenroom.server.control;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.AccountOpened.Owner;
import io.greenroom.kernel.Accounts.Opening;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.names.Domains;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Creates the ordered accounts. Only the response to an order contains the secrets of the account's apps. */
final class AccountOrders {
    private final List<String> redirectUris;

    AccountOrders(List<String> redirectUris) {
        this.redirectUris = redirectUris;
    }

    Doc open(Call call) {
        Doc order = call.body();
        Installation installation = ControlGroup.installation(call);
        Opening opening = opening(call, order, installation.scope().contract());
        List<AccountOpener.App> apps = apps(call, order);
        Transaction unit = call.store().as(opening.id());
        refuseTaken(call, unit, opening);
        Doc row = limited(unit, new AccountOpener(installation).open(unit, opening, apps), order);
        return AccountHandler.shown(call, "OpenedAccount", row)
                .put("apps", apps.stream().map(app -> shown(call, app)).toList());
    }

    private static Opening opening(Call call, Doc order, Contract contract) {
        AccountHandler.refuseUnknown(call, contract, order.texts("features"));
        return new Opening(
                order.optionalText("id").orElseGet(call.ids()::next),
                order.text("name"),
                order.text("plan"),
                order.has("features")
                        ? order.texts("features").stream().distinct().toList()
                        : AccountFeatures.initial(
                                order.text("plan"), contract.features().values()),
                Domains.normal(order.texts("managed_domains")),
                owner(call, order));
    }

    private static Owner owner(Call call, Doc order) {
        String id = call.ids().next();
        Optional<Doc> owner = order.optionalDoc("owner");
        return new Owner(
                id,
                owner.map(given -> given.text("email"))
                        .orElseGet(() -> "owner-" + id.toLowerCase(Locale.ROOT) + "@greenroom.example"),
                owner.map(given -> given.text("first_name")).orElse("Olivia"),
                owner.map(given -> given.text("last_name")).orElse("Owner"),
                call.passwordHash("owner.password"));
    }

    private static void refuseTaken(Call call, Transaction unit, Opening opening) {
        if (unit.find(KernelTables.ACCOUNTS, opening.id()).isPresent()) {
            throw call.refuse("control-account-there", "id", opening.id());
        }
        String email = opening.owner().email();
        if (call.ask(People.class).byLogin(unit, email).isPresent()) {
            throw call.refuse("control-email-used", "email", email);
        }
    }

    private static Doc limited(Transaction unit, Doc row, Doc order) {
        return order.has("licences") || order.has("basic_users")
                ? unit.update(KernelTables.ACCOUNTS, row.copy().take(order.only("licences", "basic_users")))
                : row;
    }

    private List<AccountOpener.App> apps(Call call, Doc order) {
        if (!order.has("apps")) {
            return List.of(app(
                    call, call.blank("AppOrder").put("name", "Server-to-server").put("kind", "server")));
        }
        List<AccountOpener.App> apps = new ArrayList<>();
        order.docs("apps").forEach(app -> apps.add(app(call, app)));
        return apps;
    }

    private AccountOpener.App app(Call call, Doc order) {
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
                ControlGroup.installation(call).apps().draw());
    }

    private static List<String> scopes(Call call, Doc order, CallerKind kind) {
        Contract contract = ControlGroup.installation(call).scope().contract();
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

    private static Doc shown(Call call, AccountOpener.App app) {
        return call.blank("OpenedApp")
                .put("name", app.name())
                .put("kind", app.kind().name().toLowerCase(Locale.ROOT))
                .put("client_id", app.credentials().clientId())
                .put("client_secret", app.credentials().clientSecret())
                .put("scopes", app.scopes())
                .put("redirect_uris", app.redirectUris());
    }
}
