package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Call;
import java.util.List;

/** How many users of each type the account's plan allows, and what a caller is told when there is no place left. */
final class Licences {
    private Licences() {}

    /** Refuses one more user of that type. */
    static void checkNew(Call call, UserType type) {
        switch (type) {
            case LICENSED, ON_PREM -> checkPaid(call, type);
            case BASIC -> checkBasic(call, type);
            case NONE -> {}
        }
    }

    /** Refuses that a user of one type gets another. */
    static void checkConversion(Call call, UserType from, UserType to) {
        if (to.isPaid() && !from.isPaid()) {
            checkPaid(call, to);
        } else if (to == UserType.BASIC && from != UserType.BASIC) {
            checkBasic(call, from);
        }
    }

    /** Refuses that a user who has lost their licence comes back. */
    static void checkActivation(Call call) {
        checkBasic(call, UserType.BASIC);
    }

    private static void checkPaid(Call call, UserType named) {
        check(call, paid(call), named, "licence-none", "licence-full");
    }

    private static void checkBasic(Call call, UserType named) {
        check(call, basic(call), named, "basic-none", "basic-full");
    }

    /** Refuses where active users fill the pool, and where invited users help to fill it. */
    private static void check(Call call, Pool pool, UserType named, String none, String full) {
        switch (pool.room()) {
            case LEFT -> {}
            case NONE -> throw call.refuse(none, "max", pool.places(), "type", named.title());
            case FULL -> throw call.refuse(full, "max", pool.places(), "type", named.title());
        }
    }

    /** The users whom the account pays for. Who was given a licence while shut out holds it too. */
    static Pool paid(Call call) {
        return pool(
                call,
                "licences",
                List.of(UserType.LICENSED, UserType.ON_PREM),
                List.of(UserState.ACTIVE, UserState.INACTIVE));
    }

    static Pool basic(Call call) {
        return pool(call, "basic_users", List.of(UserType.BASIC), List.of(UserState.ACTIVE));
    }

    /** An account that does not say how many it may have may have any number, and nobody counts. */
    private static Pool pool(Call call, String limit, List<UserType> types, List<UserState> present) {
        return call.account().has(limit)
                ? new Pool(
                        call.account().number(limit),
                        present.stream()
                                .mapToLong(state -> count(call, types, state))
                                .sum(),
                        count(call, types, UserState.PENDING))
                : Pool.UNLIMITED;
    }

    private static long count(Call call, List<UserType> types, UserState state) {
        return types.stream()
                .mapToLong(type -> call.store()
                        .in(USERS)
                        .where("status", state.text())
                        .where("type", type.number())
                        .count())
                .sum();
    }
}
