package io.greenroom.api.pac;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;

/** The personal audio conferences of one user. */
final class PacHandler {
    private final Users users;

    PacHandler(Users users) {
        this.users = users;
    }

    void bind(Bindings on) {
        on.page("userPACs", this::list);
    }

    private Page list(Call call) {
        Doc user = users.require(call, call.path("userId"));
        if (!user.copy().fillDefaults().flag("pac_enabled")) {
            throw call.refuse("pac-off");
        }
        return Page.whole(PacAccounts.of(call.store(), user.id()));
    }
}
