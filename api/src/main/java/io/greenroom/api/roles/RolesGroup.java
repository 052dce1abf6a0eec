package io.greenroom.api.roles;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The Roles group: what the people of an account may do for everybody in it. */
public final class RolesGroup implements ApiGroup {
    private final Users users;

    public RolesGroup(Users users) {
        this.users = users;
    }

    @Override
    public List<Table> tables() {
        return List.of(Roles.ROLES);
    }

    @Override
    public void bind(Bindings on) {
        Roles roles = new Roles();
        RoleMembers members = new RoleMembers(users);
        new RoleHandler(roles, members).bind(on);
        new RoleMembersHandler(roles, members, users).bind(on);
    }
}
