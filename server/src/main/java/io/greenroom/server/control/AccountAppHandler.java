package io.greenroom.server.control;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;

/** The apps of an account, as their developer manages them in the vendor's marketplace. */
final class AccountAppHandler {

    void bind(Bindings on) {
        on.doc("controlApps", this::list);
        on.doc("controlAppChange", this::change);
        on.done("controlAppRemove", call -> apps(call).remove(call.store(), require(call)));
    }

    private static Apps apps(Call call) {
        return ControlGroup.installation(call).apps();
    }

    private Doc list(Call call) {
        return call.blank("ControlAppList")
                .put(
                        "apps",
                        call.store().in(KernelTables.APPS).list().stream()
                                .map(app -> shown(call, app))
                                .toList());
    }

    private Doc change(Call call) {
        Doc app = require(call);
        boolean disabled = call.body().flag("disabled");
        return shown(
                call,
                disabled ? apps(call).disable(call.store(), app) : apps(call).enable(call.store(), app));
    }

    private static Doc require(Call call) {
        return call.store()
                .find(KernelTables.APPS, call.path("clientId"))
                .orElseThrow(() -> call.refuse("control-app-unknown"));
    }

    private static Doc shown(Call call, Doc app) {
        return call.as("ControlApp", app).put("client_id", app.id()).put("disabled", app.flag("disabled"));
    }
}
