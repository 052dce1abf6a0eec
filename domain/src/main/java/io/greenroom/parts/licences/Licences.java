package io.greenroom.parts.licences;

import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.profiles.UserType;
import java.util.List;

/**
 * How many users of each type the account's plan allows, and the failures when it allows no more. Threads may share it.
 */
public final class Licences {
    private final Table users;

    /**
     * The licences of accounts.
     *
     * @param users the table of users, counted by {@code status} and {@code type}
     */
    public Licences(Table users) {
        this.users = users;
    }

    /** Refuses one more user of that type. */
    public void checkNew(Call call, UserType type) {
        switch (type) {
            case LICENSED, ON_PREM -> checkPaid(call, type);
            case BASIC -> checkBasic(call, type);
            case NONE -> {}
        }
    }

    /** Refuses a change from one type to another. */
    public void checkConversion(Call call, UserType from, UserType to) {
        if (to.isPaid() && !from.isPaid()) {
            checkPaid(call, to);
        } else if (to == UserType.BASIC && from != UserType.BASIC) {
            checkBasic(call, from);
        }
    }

    /** Refuses to activate a user without a licence. */
    public void checkActivation(Call call) {
        checkBasic(call, UserType.BASIC);
    }

    private void checkPaid(Call call, UserType named) {
        check(call, paid(call), named, "licence-none", "licence-full");
    }

    private void checkBasic(Call call, UserType named) {
        check(call, basic(call), named, "basic-none", "basic-full");
    }

    /** Refuses a pool without a place left for active users, and one that pending users fill up. */
    private static void check(Call call, Pool pool, UserType named, String none, String full) {
        switch (pool.room()) {
            case LEFT -> {}
            case NONE -> throw call.refuse(none, "max", pool.places(), "type", named.title());
            case FULL -> throw call.refuse(full, "max", pool.places(), "type", named.title());
        }
    }

    /** The licensed users; a free plan has none. Inactive users can be given a licence, and then count. */
    Pool paid(Call call) {
        if (!AccountFeatures.isPaid(call.account())) {
            return Pool.EMPTY;
        }
        return pool(
                call,
                "licences",
                List.of(UserType.LICENSED, UserType.ON_PREM),
                List.of(UserState.ACTIVE, UserState.INACTIVE));
    }

    Pool basic(Call call) {
        return pool(call, "basic_users", List.of(UserType.BASIC), List.of(UserState.ACTIVE));
    }

    /** No limit configured means unlimited; users are then not counted. */
    private Pool pool(Call call, String limit, List<UserType> types, List<UserState> present) {
        return call.account().has(limit)
                ? new Pool(
                        call.account().number(limit),
                        present.stream()
                                .mapToLong(state -> count(call, types, state))
                                .sum(),
                        count(call, types, UserState.PENDING))
                : Pool.UNLIMITED;
    }

    private long count(Call call, List<UserType> types, UserState state) {
        return types.stream()
                .mapToLong(type -> call.store()
                        .in(users)
                        .where("status", state.text())
                        .where("type", type.number())
                        .count())
                .sum();
    }
}
