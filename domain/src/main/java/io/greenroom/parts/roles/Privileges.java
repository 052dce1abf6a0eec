package io.greenroom.parts.roles;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The privileges of a user or a role.
 *
 * @param names such as {@code User:Edit}
 */
public record Privileges(List<String> names) {
    private static final List<String> EDIT_USERS = List.of("User:Edit");
    private static final List<String> EDIT_APPS = List.of("MarketPlace:Edit");

    /** The {@code second_level} of roles whose users act as owners in sub accounts. */
    static final long AS_OWNER = 1;

    /** The privileges that only owners have: billing, sub accounts and roles. Our guess. */
    private static final Set<String> OWNERS = Set.of(
            "BillingInformation:Edit",
            "BillingInformation:Read",
            "BillingSubscription:Edit",
            "BillingSubscription:Read",
            "Role:Edit",
            "SubAccount:Edit",
            "SubAccount:Read");

    /** The schema of all privileges. */
    public static Schema all(Call call) {
        return call.blank("UserPermissions")
                .schema()
                .property("permissions")
                .orElseThrow()
                .schema()
                .items();
    }

    /**
     * The privileges of a user.
     *
     * @param all the schema of all privileges
     */
    public static Privileges of(Doc user, Schema all) {
        return SystemRole.of(user).map(role -> of(role, all)).orElseGet(() -> new Privileges(user.texts("privileges")));
    }

    /** The privileges of a role that every account has. */
    public static Privileges of(SystemRole role, Schema all) {
        Stream<String> known = all.allowed().stream().map(Object::toString);
        return new Privileges(
                switch (role) {
                    case OWNER -> known.toList();
                    case ADMIN -> known.filter(name -> !OWNERS.contains(name)).toList();
                    case MEMBER -> List.of();
                });
    }

    /** Whether the role of a user has any one of these. */
    public static boolean permit(Doc user, List<String> privileges) {
        return SystemRole.of(user)
                .map(role -> switch (role) {
                    case OWNER -> true;
                    case ADMIN -> !OWNERS.containsAll(privileges);
                    case MEMBER -> false;
                })
                .orElseGet(() -> user.texts("privileges").stream().anyMatch(privileges::contains));
    }

    /** Whether a user acts as an owner in sub accounts, if they may act there at all. */
    public static boolean ownBelow(Doc user) {
        return SystemRole.isOwner(user) || user.number("second_level", 0) == AS_OWNER;
    }

    public static boolean editUsers(Doc user) {
        return permit(user, EDIT_USERS);
    }

    /** Whether a user may install apps for the whole account. */
    public static boolean editApps(Doc user) {
        return permit(user, EDIT_APPS);
    }
}
