package io.greenroom.api.roles;

import static io.greenroom.api.roles.Roles.ROLES;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.names.Name;
import java.util.List;

/** The roles of the account, and their privileges. */
final class RoleHandler {
    private static final int OWN_ROLES = 100;

    /** The feature of accounts that manage sub accounts. */
    private static final String PARTNER = "partner";

    private static final String BELOW = "sub_account_privileges";

    private final Roles roles;
    private final RoleMembers members;

    RoleHandler(Roles roles, RoleMembers members) {
        this.roles = roles;
        this.members = members;
    }

    void bind(Bindings on) {
        on.page("roles", this::list);
        on.doc("createRole", this::create);
        on.done("deleteRole", this::remove);
        on.doc("getRoleInformation", this::show);
        on.done("updateRole", this::change);
    }

    private Page list(Call call) {
        return Page.whole(
                roles.all(call).stream().map(role -> shown(call, role)).toList());
    }

    private Doc create(Call call) {
        Doc role = call.blank(ROLES).take(call.body()).put("id", call.ids().next());
        settle(call, role);
        if (!members.authority(call).mayHandle(role)) {
            throw call.refuse("role-creation-forbidden");
        }
        if (roles.own(call).size() >= OWN_ROLES) {
            throw call.refuse("role-max");
        }
        return shown(call, call.store().insert(ROLES, role));
    }

    private Doc show(Call call) {
        return shown(call, roles.named(call));
    }

    private void change(Call call) {
        Doc before = own(call);
        requireAuthority(call, before);
        Doc after = before.copy().take(call.body());
        if (!call.has(PARTNER)) {
            after.put(BELOW, before.optionalDoc(BELOW));
        }
        settle(call, after);
        requireAuthority(call, after);
        Doc stored = call.store().update(ROLES, after);
        if (!felt(stored).equals(felt(before))) {
            members.update(call, stored);
        }
    }

    /** The fields of a role that are copied to its members. */
    private static Doc felt(Doc role) {
        return role.only("name", "privileges", BELOW);
    }

    private void remove(Call call) {
        Doc role = own(call);
        requireAuthority(call, role);
        members.move(call, role, Roles.member(call));
        call.store().delete(ROLES, role);
    }

    private void requireAuthority(Call call, Doc role) {
        if (!members.authority(call).mayHandle(role)) {
            throw call.refuse("no-permission");
        }
    }

    private Doc own(Call call) {
        Doc role = roles.named(call);
        if (Roles.isOfSystem(role)) {
            throw call.refuse("role-of-system");
        }
        return role;
    }

    /** Validates and normalizes a role that a request has created or changed. */
    private void settle(Call call, Doc role) {
        Name name = Name.of(role.text("name", ""));
        if (name.isEmpty()) {
            throw call.refuse("role-name-empty");
        }
        boolean used = roles.all(call).stream()
                .anyMatch(other -> !other.id().equals(role.id())
                        && Name.of(other.text("name")).key().equals(name.key()));
        if (used) {
            throw call.refuse("role-name-used");
        }
        List<String> privileges = role.texts("privileges").stream().distinct().toList();
        role.put("name", name.text()).put("privileges", privileges);
    }

    private Doc shown(Call call, Doc role) {
        Doc shown = role.copy().put("total_members", members.count(call, role));
        return call.has(PARTNER) ? shown : shown.remove(BELOW);
    }
}
