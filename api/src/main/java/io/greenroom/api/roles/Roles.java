package io.greenroom.api.roles;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.roles.SystemRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The roles of an account: the three system roles that every account has, and its own. */
final class Roles {
    static final Table ROLES = Table.of("roles", "RoleRecord");

    List<Doc> all(Call call) {
        return Stream.concat(Arrays.stream(SystemRole.values()).map(role -> document(call, role)), own(call).stream())
                .toList();
    }

    List<Doc> own(Call call) {
        return call.store().in(ROLES).list();
    }

    Optional<Doc> find(Call call, String id) {
        return SystemRole.of(id).map(role -> document(call, role)).or(() -> call.store()
                .find(ROLES, id));
    }

    /** The role in the path, which must exist. */
    Doc named(Call call) {
        return find(call, call.path("roleId")).orElseThrow(() -> call.refuse("role-missing"));
    }

    static boolean isOfSystem(Doc role) {
        return SystemRole.of(role.id()).isPresent();
    }

    /** The role of users whose role is deleted. */
    static Doc member(Call call) {
        return document(call, SystemRole.MEMBER);
    }

    private static Doc document(Call call, SystemRole role) {
        return call.blank("RoleRecord")
                .put("id", role.id())
                .put("name", role.title())
                .put("description", description(role))
                .put("privileges", role.privileges(call));
    }

    private static String description(SystemRole role) {
        return switch (role) {
            case OWNER -> "The account is theirs: they may do everything.";
            case ADMIN -> "They run the account, but for its money, its sub accounts and its roles.";
            case MEMBER -> "They use the account and manage nothing of it.";
        };
    }
}
