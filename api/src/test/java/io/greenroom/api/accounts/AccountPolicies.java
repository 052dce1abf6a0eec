package io.greenroom.api.accounts;

import io.greenroom.api.AllGroups;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.testkit.Scene;
import java.util.function.UnaryOperator;

/** Users and rules in states that no request brings about. */
final class AccountPolicies {
    private AccountPolicies() {}

    private static Table table(String name) {
        return new AllGroups()
                .all().stream()
                        .flatMap(group -> group.tables().stream())
                        .filter(table -> table.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    static void write(Scene scene, UnaryOperator<Doc> change) {
        Table policies = table("user_policies");
        scene.inside(
                unit -> unit.insert(policies, change.apply(unit.blank(policies).put("id", unit.account()))));
    }

    static void change(Scene scene, String userId, UnaryOperator<Doc> change) {
        Table users = table("users");
        scene.inside(unit -> unit.update(
                users, change.apply(unit.find(users, userId).orElseThrow().copy())));
    }
}
