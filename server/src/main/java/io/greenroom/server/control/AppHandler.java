package io.greenroom.server.control;

import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.Deauthorizations;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.Transaction;
import java.util.List;

/** The apps that people let act for them, as the vendor's marketplace shows them. */
final class AppHandler {
    private final Installation installation;
    private final Deauthorizations deauthorizations;

    AppHandler(Installation installation) {
        this.installation = installation;
        this.deauthorizations = installation.deauthorizations();
    }

    void bind(ControlBindings on) {
        on.doc("controlUserApps", this::list);
        on.done("controlUserAppRemove", this::remove);
    }

    private Doc list(ControlCall call) {
        return installation.store().read(call.account(), unit -> call.blank("ApprovedAppList")
                .put(
                        "apps",
                        approved(call, unit).stream()
                                .map(grant -> shown(call, unit, grant))
                                .toList()));
    }

    private static Doc shown(ControlCall call, Transaction unit, Doc grant) {
        String id = grant.text("app_id");
        return call.blank("ApprovedApp")
                .put("client_id", id)
                .put("name", Apps.byClientId(unit, id).map(app -> app.text("name", "")))
                .put("kind", grant.text("kind"))
                .put("scopes", grant.texts("scopes"));
    }

    private List<Doc> approved(ControlCall call, Transaction unit) {
        return deauthorizations.approved(unit, Rows.user(call, unit).id());
    }

    private void remove(ControlCall call) {
        installation.store().write(call.account(), unit -> {
            List<Doc> grants = approved(call, unit).stream()
                    .filter(grant -> grant.text("app_id").equals(call.path("clientId")))
                    .toList();
            if (grants.isEmpty()) {
                throw call.refuse("control-app-missing");
            }
            grants.forEach(
                    grant -> deauthorizations.takeBack(unit, grant, call.query().flag("retain_data")));
            return grants;
        });
    }
}
