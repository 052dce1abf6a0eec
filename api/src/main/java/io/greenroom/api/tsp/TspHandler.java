package io.greenroom.api.tsp;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;

/** The third-party audio settings of the account. */
final class TspHandler {

    void bind(Bindings on) {
        on.doc("tsp", this::show);
        on.done("tspUpdate", this::change);
    }

    /** Without the feature, third-party audio is off, regardless of the account's setting. */
    private Doc show(Call call) {
        Doc settings = TspAccount.of(call).settings();
        return call.has("tsp") ? settings : settings.put("tsp_enabled", false);
    }

    private void change(Call call) {
        Transaction store = call.store();
        TspAccount.keep(store, TspAccount.decisions(store).take(call.body()));
    }
}
