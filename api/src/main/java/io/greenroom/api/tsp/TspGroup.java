package io.greenroom.api.tsp;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The TSP group: telephone bridges of third-party audio providers, of an account and of its users. */
public final class TspGroup implements ApiGroup {
    private final Users users;

    public TspGroup(Users users) {
        this.users = users;
    }

    @Override
    public List<Table> tables() {
        return List.of(TspAccount.DECISIONS, UserTspHandler.BRIDGES, TspPageHandler.PAGES);
    }

    @Override
    public void bind(Bindings on) {
        new TspHandler().bind(on);
        new UserTspHandler(users).bind(on);
        new TspPageHandler(users).bind(on);
        new TspControl().bind(on);
    }
}
