package io.greenroom.api.pac;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;

/** Assigns personal audio conferences to users. No operation of the public API does it. */
final class PacControl {
    private final Users users;

    PacControl(Users users) {
        this.users = users;
    }

    void bind(Bindings on) {
        on.doc("controlPacAssign", this::assign);
    }

    private Doc assign(Call call) {
        Doc user = users.require(call, call.path("userId"));
        PacAccounts.assign(call.store(), user.id(), call.body());
        return call.body();
    }
}
