package io.greenroom.server.control;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.Deauthorizations;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/** The apps that users have approved, as the vendor's marketplace shows them. */
final class AppHandler {

    void bind(Bindings on) {
        on.doc("controlUserApps", this::list);
        on.done("controlUserAppRemove", this::remove);
    }

    private Doc list(Call call) {
        return call.blank("ApprovedAppList")
                .put(
                        "apps",
                        approved(call).stream().map(grant -> shown(call, grant)).toList());
    }

    private static Doc shown(Call call, Doc grant) {
        String id = grant.text("app_id");
        return call.blank("ApprovedApp")
                .put("client_id", id)
                .put("name", Apps.byClientId(call.store(), id).map(app -> app.text("name", "")))
                .put("kind", grant.text("kind"))
                .put("scopes", grant.texts("scopes"));
    }

    private static List<Doc> approved(Call call) {
        String user = call.identify("user", call.path("userId")).orElseThrow(() -> call.refuse("user-missing"));
        return deauthorizations(call).approved(call.store(), user);
    }

    private void remove(Call call) {
        List<Doc> grants = approved(call).stream()
                .filter(grant -> grant.text("app_id").equals(call.path("clientId")))
                .toList();
        if (grants.isEmpty()) {
            throw call.refuse("control-app-missing");
        }
        Deauthorizations deauthorizations = deauthorizations(call);
        grants.forEach(grant ->
                deauthorizations.takeBack(call.store(), grant, call.query().flag("retain_data")));
    }

    private static Deauthorizations deauthorizations(Call call) {
        return ControlGroup.installation(call).deauthorizations();
    }
}
