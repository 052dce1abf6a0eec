package io.greenroom.api.roles;

import io.greenroom.api.users.UserRoles;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.roles.SystemRole;
import java.util.List;
import java.util.Optional;

/** The Roles group: the privileges of an account's users. */
public final class RolesGroup implements ApiGroup {
    private final Users users;
    private final UserRoles userRoles;

    public RolesGroup(Users users, UserRoles userRoles) {
        this.users = users;
        this.userRoles = userRoles;
    }

    @Override
    public List<Table> tables() {
        return List.of(Roles.ROLES);
    }

    @Override
    public void bind(Bindings on) {
        on.subject("role", new Bindings.Subject(RolesGroup::idOf, RolesGroup::nameOf));
        Roles roles = new Roles();
        RoleMembers members = new RoleMembers(userRoles);
        new RoleHandler(roles, members).bind(on);
        new RoleMembersHandler(roles, members, users).bind(on);
    }

    private static Optional<String> idOf(Transaction store, String id) {
        return nameOf(store, id).map(name -> id);
    }

    private static Optional<String> nameOf(Transaction store, String id) {
        return SystemRole.of(id).map(SystemRole::title).or(() -> store.find(Roles.ROLES, id)
                .map(role -> role.text("name")));
    }
}
