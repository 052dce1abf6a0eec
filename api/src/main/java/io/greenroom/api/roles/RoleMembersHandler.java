package io.greenroom.api.roles;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.roles.Authority;
import io.greenroom.parts.roles.SystemRole;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of roles: each user has one role. */
final class RoleMembersHandler {
    private final Roles roles;
    private final RoleMembers members;
    private final Users users;

    RoleMembersHandler(Roles roles, RoleMembers members, Users users) {
        this.roles = roles;
        this.members = members;
        this.users = users;
    }

    void bind(Bindings on) {
        on.page("roleMembers", this::list);
        on.doc("AddRoleMembers", this::add);
        on.done("roleMemberDelete", this::remove);
    }

    private Page list(Call call) {
        Doc role = roles.named(call);
        return members.page(call, role)
                .map(user -> call.as("RoleMember", user).put("department", user.optionalText("dept")));
    }

    private Doc add(Call call) {
        Doc role = addressed(call);
        Authority authority = members.authority(call);
        requireAuthority(call, authority.mayHandle(role));
        Map<String, Doc> named = named(call);
        named.values().stream().filter(user -> !RoleMembers.has(user, role)).forEach(user -> {
            refuseOwner(call, user);
            requireAuthority(call, !authority.isSelf(user) && authority.mayActAs(call, user));
            members.assign(call, user, role);
        });
        return call.blank("RoleMembersAdded")
                .put("ids", String.join(",", named.keySet()))
                .put("add_at", call.second());
    }

    private static void requireAuthority(Call call, boolean permitted) {
        if (!permitted) {
            throw call.refuse("no-permission");
        }
    }

    private Doc addressed(Call call) {
        if (call.path("roleId").isBlank()) {
            throw call.refuse("role-id-required");
        }
        Doc role = roles.named(call);
        refuseFixed(call, role);
        return role;
    }

    /** The users in the request, without duplicates and without pending ones. */
    private Map<String, Doc> named(Call call) {
        Map<String, Doc> named = new LinkedHashMap<>();
        for (Doc member : call.body().docs("members")) {
            String who = member.optionalText("id")
                    .or(() -> member.optionalText("email"))
                    .filter(name -> !name.isBlank())
                    .orElseThrow(() -> call.refuse("role-member-unnamed"));
            Doc user = users.require(call, who);
            if (!UserState.isIgnored(call, user)) {
                named.put(user.id(), user);
            }
        }
        return named;
    }

    private void remove(Call call) {
        Doc role = roles.find(call, call.path("roleId")).orElseThrow(() -> call.refuse("role-member-missing"));
        refuseFixed(call, role);
        Doc user = users.find(call, call.path("memberId"))
                .filter(found -> RoleMembers.has(found, role))
                .orElseThrow(() -> call.refuse("role-member-missing"));
        requireAuthority(call, members.authority(call).mayHandle(role));
        members.assign(call, user, Roles.member(call));
    }

    /**
     * Refuses the system roles with fixed members: the owner stays owner, and users without another role are members.
     */
    private static void refuseFixed(Call call, Doc role) {
        if (role.id().equals(SystemRole.OWNER.id()) || role.id().equals(SystemRole.MEMBER.id())) {
            throw call.refuse("role-members-fixed");
        }
    }

    private static void refuseOwner(Call call, Doc user) {
        if (user.text("role_id").equals(SystemRole.OWNER.id())) {
            throw call.refuse("role-members-fixed");
        }
    }
}
