package io.greenroom.api.roles;

import io.greenroom.api.users.UserRoles;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.roles.Authority;
import java.util.List;

/** The members of roles. Read in pages, because they may not fit into memory at once. */
final class RoleMembers {
    private static final int AT_ONCE = 500;

    private final UserRoles users;

    RoleMembers(UserRoles users) {
        this.users = users;
    }

    Authority authority(Call call) {
        return users.authority(call);
    }

    long count(Call call, Doc role) {
        return users.withRole(call, role.id()).count();
    }

    Page page(Call call, Doc role) {
        return Page.of(users.withRole(call, role.id())
                .page(call.page().start(), call.page().size()));
    }

    static boolean has(Doc user, Doc role) {
        return user.text("role_id").equals(role.id());
    }

    void assign(Call call, Doc user, Doc role) {
        users.assign(call, user, role);
    }

    /** Copies a changed role to all of its members. */
    void update(Call call, Doc role) {
        Query.Start start = Query.Start.FIRST;
        Query.Slice some;
        do {
            some = users.withRole(call, role.id()).page(start, AT_ONCE);
            some.documents().forEach(user -> assign(call, user, role));
            start = Query.Start.after(some.last());
        } while (some.more());
    }

    /** Assigns another role to all members of a role. */
    void move(Call call, Doc from, Doc to) {
        List<Doc> some = some(call, from);
        while (!some.isEmpty()) {
            some.forEach(user -> assign(call, user, to));
            some = some(call, from);
        }
    }

    private List<Doc> some(Call call, Doc role) {
        return users.withRole(call, role.id()).page(Query.Start.FIRST, AT_ONCE).documents();
    }
}
