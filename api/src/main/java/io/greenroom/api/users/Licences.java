package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Call;
import java.util.List;

/** How many users of each type the account's plan allows, and what a caller is told when there is no place left. */
final class Licences {
    private static final Shortage NEW_LICENCE = new Shortage("new-licence-none", "new-licence-full");
    private static final Shortage NEW_BASIC = new Shortage("new-basic-none", "new-basic-full");
    private static final Shortage CONVERT_LICENCE = new Shortage("convert-licence-none", "convert-licence-full");
    private static final Shortage CONVERT_BASIC = new Shortage("convert-basic-none", "convert-basic-full");
    private static final Shortage ACTIVATE_BASIC = new Shortage("activate-basic-none", "activate-basic-full");

    private Licences() {}

    /** The failures for a pool that is full of users who are there, and for one that invited users help to fill. */
    private record Shortage(String none, String full) {}

    /** Refuses one more user of that type. */
    static void checkNew(Call call, UserType type) {
        switch (type) {
            case LICENSED, ON_PREM -> check(call, paid(call), NEW_LICENCE, type);
            case BASIC -> check(call, basic(call), NEW_BASIC, type);
            case NONE -> {}
        }
    }

    /** Refuses that a user of one type gets another. */
    static void checkConversion(Call call, UserType from, UserType to) {
        if (to.isPaid() && !from.isPaid()) {
            check(call, paid(call), CONVERT_LICENCE, to);
        } else if (to == UserType.BASIC && from != UserType.BASIC) {
            check(call, basic(call), CONVERT_BASIC, from);
        }
    }

    /** Refuses that a user who has lost their licence comes back. */
    static void checkActivation(Call call) {
        check(call, basic(call), ACTIVATE_BASIC, UserType.BASIC);
    }

    private static void check(Call call, Pool pool, Shortage shortage, UserType type) {
        switch (pool.room()) {
            case LEFT -> {}
            case NONE -> throw refusal(call, shortage.none(), pool, type);
            case FULL -> throw refusal(call, shortage.full(), pool, type);
        }
    }

    private static RuntimeException refusal(Call call, String failure, Pool pool, UserType type) {
        return call.refuse(failure, "max", pool.places(), "type", type.title());
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
