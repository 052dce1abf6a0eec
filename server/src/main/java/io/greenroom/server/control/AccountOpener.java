package io.greenroom.server.control;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.Accounts;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Locale;

/** Creates accounts together with their apps. Threads may share it. */
public final class AccountOpener {
    private final Installation installation;

    public AccountOpener(Installation installation) {
        this.installation = installation;
    }

    /** An app of a new account. */
    public record App(
            String name, CallerKind kind, List<String> scopes, List<String> redirectUris, Credentials credentials) {}

    /**
     * Creates an account in a unit of that account, with apps that act as its owner unless another user has approved
     * them.
     */
    public Doc open(Transaction unit, Accounts.Opening opening, List<App> apps) {
        Doc account = installation.accounts().open(unit, opening);
        for (App app : apps) {
            Doc draft = unit.blank(KernelTables.APPS)
                    .put("name", app.name())
                    .put("kind", app.kind().name().toLowerCase(Locale.ROOT))
                    .put("owner_id", opening.owner().id())
                    .put("redirect_uris", app.redirectUris())
                    .put("scopes", app.scopes());
            installation.apps().create(unit, draft, app.credentials());
        }
        return account;
    }
}
