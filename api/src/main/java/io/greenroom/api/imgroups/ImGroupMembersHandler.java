package io.greenroom.api.imgroups;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.members.Members;

/** The members of one IM group. */
final class ImGroupMembersHandler {
    private final Members members;
    private final Users users;

    ImGroupMembersHandler(Members members, Users users) {
        this.members = members;
        this.users = users;
    }

    void bind(Bindings on) {
        on.page("imGroupMembers", this::list);
        on.doc("imGroupMembersCreate", this::add);
        on.done("imGroupMembersDelete", this::remove);
    }

    private Page list(Call call) {
        return members.page(call, ImGroupHandler.named(call).id());
    }

    private Doc add(Call call) {
        return members.add(call, ImGroupHandler.named(call).id());
    }

    private void remove(Call call) {
        Doc group = ImGroupHandler.named(call);
        Doc member = users.findMember(call, call.path("memberId"))
                .filter(user -> members.has(call.store(), group.id(), user.id()))
                .orElseThrow(() -> call.refuse("im-group-member-missing"));
        ImGroupHandler.keepDefault(call, group);
        members.leave(call.store(), group.id(), member);
    }
}
