package io.greenroom.server.control;

import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;

/** The apps of an account: what their developer does to them in the vendor's marketplace. */
final class AccountAppHandler {
    private final Installation installation;
    private final Apps apps;

    AccountAppHandler(Installation installation) {
        this.installation = installation;
        this.apps = installation.apps();
    }

    void bind(ControlBindings on) {
        on.doc("controlApps", this::list);
        on.doc("controlAppChange", this::change);
        on.done("controlAppRemove", this::remove);
    }

    private Doc list(ControlCall call) {
        return installation.store().read(call.account(), unit -> {
            Rows.require(call, unit);
            return call.blank("ControlAppList")
                    .put(
                            "apps",
                            unit.in(KernelTables.APPS).list().stream()
                                    .map(app -> shown(call, app))
                                    .toList());
        });
    }

    private Doc change(ControlCall call) {
        return installation.store().write(call.account(), unit -> {
            Doc app = require(call, unit);
            return shown(call, call.body().flag("disabled") ? apps.disable(unit, app) : apps.enable(unit, app));
        });
    }

    private void remove(ControlCall call) {
        installation.store().write(call.account(), unit -> {
            Doc app = require(call, unit);
            apps.remove(unit, app);
            return app;
        });
    }

    private static Doc require(ControlCall call, Transaction unit) {
        Rows.require(call, unit);
        return unit.find(KernelTables.APPS, call.path("clientId"))
                .orElseThrow(() -> call.refuse("control-app-unknown"));
    }

    private static Doc shown(ControlCall call, Doc app) {
        return app.as(call.blank("ControlApp").schema())
                .put("client_id", app.id())
                .put("disabled", app.flag("disabled"));
    }
}
