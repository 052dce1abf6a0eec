package io.greenroom.api.imgroups;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.members.Members;
import java.util.List;

/** The IM Groups group: groups of the chat directory. */
public final class ImGroupsGroup implements ApiGroup {
    private static final Table MEMBERS = Members.table("im_group_members");

    private final Users users;
    private final Members members;

    public ImGroupsGroup(Users users) {
        this.users = users;
        this.members = new Members(MEMBERS, "im_group_ids", users);
    }

    /** The lookups for other groups. */
    public ImGroups imGroups() {
        return new ImGroupDirectory(members);
    }

    @Override
    public List<Table> tables() {
        return List.of(ImGroupHandler.GROUPS, MEMBERS);
    }

    @Override
    public void bind(Bindings on) {
        members.bind(on);
        on.subject(
                "im-group",
                new Bindings.Subject(
                        (store, id) -> store.find(ImGroupHandler.GROUPS, id).map(Doc::id),
                        (store, id) -> store.find(ImGroupHandler.GROUPS, id).map(group -> group.text("name"))));
        new ImGroupHandler(members).bind(on);
        new ImGroupMembersHandler(members, users).bind(on);
        new ImGroupsControl().bind(on);
    }
}
