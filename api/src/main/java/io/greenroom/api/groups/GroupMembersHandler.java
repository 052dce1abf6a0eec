package io.greenroom.api.groups;

import io.greenroom.api.users.Users;
import io.greenroom.api.users.facts.GroupChosen;
import io.greenroom.api.users.facts.UserJoined;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.members.Members;

/** The members of one group. */
final class GroupMembersHandler {
    private final GroupDirectory directory;
    private final Members members;
    private final Users users;

    GroupMembersHandler(GroupDirectory directory, Members members, Users users) {
        this.directory = directory;
        this.members = members;
        this.users = users;
    }

    void bind(Bindings on) {
        on.page("groupMembers", this::list);
        on.doc("groupMembersCreate", this::add);
        on.done("updateAGroupMember", this::change);
        on.done("groupMembersDelete", this::remove);
        on.fact(UserJoined.class, (call, joined) -> joined.user()
                .optionalText("group_id")
                .ifPresent(id -> join(call, id, joined.user().id())));
        on.fact(GroupChosen.class, (call, chosen) -> join(call, chosen.groupId(), chosen.userId()));
    }

    private Page list(Call call) {
        return members.page(call, directory.named(call).id());
    }

    private Doc add(Call call) {
        return members.add(call, directory.named(call).id());
    }

    private void remove(Call call) {
        Doc group = directory.named(call);
        members.leave(call.store(), group.id(), member(call, group));
    }

    private Doc member(Call call, Doc group) {
        return users.findMember(call, call.path("memberId"))
                .filter(user -> members.has(call.store(), group.id(), user.id()))
                .orElseThrow(() -> call.refuse("group-member-missing"));
    }

    private void change(Call call) {
        Doc group = directory.named(call);
        Doc member = member(call, group);
        String targetId = call.body().text("target_group_id", "");
        if (targetId.isBlank()) {
            throw call.refuse("group-target-empty");
        }
        Doc target = directory.require(call, targetId);
        if (call.body().text("action").equals("move")) {
            members.move(call, group.id(), target.id(), member);
        } else {
            setPrimary(call, target, member);
        }
    }

    /** Sets the primary group, which must be one that the member is in. */
    private void setPrimary(Call call, Doc target, Doc member) {
        if (!members.has(call.store(), target.id(), member.id())) {
            throw call.refuse("group-member-missing");
        }
        members.setFirst(call.store(), target.id(), member);
    }

    /** Adds a user to the group that was chosen for them, if it still exists. */
    private void join(Call call, String groupId, String userId) {
        call.store().find(GroupDirectory.GROUPS, groupId).ifPresent(group -> users.findMember(call, userId)
                .ifPresent(member -> members.join(call, group.id(), member)));
    }
}
