package io.greenroom.api.groups;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.backgrounds.VirtualBackgrounds.Owner;
import io.greenroom.parts.members.Members;
import java.util.List;

/** The Groups group: groups of users that share settings. */
public final class GroupsGroup implements ApiGroup {
    static final Table MEMBERS = Members.table("group_members");

    private final Users users;

    public GroupsGroup(Users users) {
        this.users = users;
    }

    @Override
    public List<Table> tables() {
        return List.of(GroupDirectory.GROUPS, MEMBERS);
    }

    @Override
    public void bind(Bindings on) {
        on.subject(
                "group",
                new Bindings.Subject(
                        (store, id) -> store.find(GroupDirectory.GROUPS, id).map(Doc::id),
                        (store, id) -> store.find(GroupDirectory.GROUPS, id).map(group -> group.text("name"))));
        GroupDirectory directory = new GroupDirectory(users);
        Members members = new Members(MEMBERS, "group_ids", users);
        members.bind(on);
        VirtualBackgrounds backgrounds = new VirtualBackgrounds();
        new GroupHandler(directory, members, backgrounds).bind(on);
        new GroupMembersHandler(directory, members, users).bind(on);
        new GroupSettingsHandler(directory, backgrounds).bind(on);
        backgrounds.bindAdding(on, "uploadGroupVB", call -> owner(call, directory.named(call, "user-absent")));
        backgrounds.bindRemoving(on, "delGroupVB", call -> owner(call, directory.named(call, "group-member-missing")));
    }

    private static Owner owner(Call call, Doc group) {
        return new Owner(call, group.id());
    }
}
