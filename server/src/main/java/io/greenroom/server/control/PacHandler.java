package io.greenroom.server.control;

import io.greenroom.api.pac.PacAccounts;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;

/** Personal audio conferences, which no operation of the public API makes. */
final class PacHandler {
    private final Installation installation;

    PacHandler(Installation installation) {
        this.installation = installation;
    }

    void bind(ControlBindings on) {
        on.doc("controlPacAssign", this::assign);
    }

    private Doc assign(ControlCall call) {
        Doc conference = call.body().as(installation.scope().contract().schema("Pac"));
        return installation.store().write(call.account(), unit -> {
            PacAccounts.assign(unit, Rows.user(call, unit).id(), conference);
            return call.body();
        });
    }
}
