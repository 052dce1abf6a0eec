package io.greenroom.api.pac;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The PAC group: personal audio conferences of users. */
public final class PacGroup implements ApiGroup {
    private final Users users;

    public PacGroup(Users users) {
        this.users = users;
    }

    @Override
    public List<Table> tables() {
        return List.of(PacAccounts.ACCOUNTS);
    }

    @Override
    public void bind(Bindings on) {
        new PacHandler(users).bind(on);
        new PacControl(users).bind(on);
    }
}
