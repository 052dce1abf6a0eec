package io.greenroom.api.users;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Doc;
import java.util.List;
import java.util.Set;

/**
 * What the role of a user permits.
 *
 * @param names such as {@code User:Edit}
 */
record Privileges(List<String> names) {
    private static final String EDIT_USERS = "User:Edit";
    private static final String EDIT_APPS = "MarketPlace:Edit";

    /** What stays with the owner: money, other accounts, and who may do what. Our guess. */
    private static final Set<String> OWNERS = Set.of(
            "BillingInformation:Edit",
            "BillingInformation:Read",
            "BillingSubscription:Edit",
            "BillingSubscription:Read",
            "Role:Edit",
            "SubAccount:Read");

    /**
     * The privileges of a user.
     *
     * @param all what a role may permit at all
     */
    static Privileges of(Doc user, Schema all) {
        List<String> known = all.allowed().stream().map(Object::toString).toList();
        return SystemRole.of(user)
                .map(role -> switch (role) {
                    case OWNER -> new Privileges(known);
                    case ADMIN ->
                        new Privileges(known.stream()
                                .filter(name -> !OWNERS.contains(name))
                                .toList());
                    case MEMBER -> new Privileges(List.of());
                })
                .orElseGet(() -> new Privileges(user.texts("privileges")));
    }

    boolean editUsers() {
        return names.contains(EDIT_USERS);
    }

    /** Whether a user may install apps for the whole account. */
    static boolean editApps(Doc user) {
        return SystemRole.isAdministrator(user) || user.texts("privileges").contains(EDIT_APPS);
    }
}
