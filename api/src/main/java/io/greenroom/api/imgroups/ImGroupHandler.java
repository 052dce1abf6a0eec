package io.greenroom.api.imgroups;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.members.GroupNames;
import io.greenroom.parts.members.Members;

/** The IM groups of an account. */
final class ImGroupHandler {
    static final Table GROUPS =
            Table.of("im_groups", "ImGroupRecord").columns("name_key").counted();

    private static final GroupNames NAMES = new GroupNames(GROUPS);
    private static final int GROUPS_PER_ACCOUNT = 5000;

    private final Members members;

    ImGroupHandler(Members members) {
        this.members = members;
    }

    void bind(Bindings on) {
        on.page("imGroups", this::list);
        on.doc("imGroupCreate", this::create);
        on.doc("imGroup", call -> counted(call, named(call)));
        on.done("imGroupUpdate", this::change);
        on.done("imGroupDelete", this::remove);
    }

    /** The IM group in the path. */
    static Doc named(Call call) {
        return call.require(GROUPS, call.path("groupId"), "im-group-missing");
    }

    private Page list(Call call) {
        return Page.whole(call.store().in(GROUPS).list()).map(group -> counted(call, group));
    }

    private Doc counted(Call call, Doc group) {
        return group.copy().put("total_members", members.count(call.store(), group.id()));
    }

    private Doc create(Call call) {
        Doc group = call.blank(GROUPS)
                .take(call.body())
                .put("id", call.ids().next())
                .fillDefaults();
        NAMES.give(call, group);
        if (call.store().in(GROUPS).count() >= GROUPS_PER_ACCOUNT) {
            throw call.refuse("group-max");
        }
        return counted(call, call.store().insert(GROUPS, group));
    }

    private void change(Call call) {
        Doc changed = named(call).copy().take(call.body()).fillDefaults();
        if (call.body().has("name")) {
            NAMES.give(call, changed);
        }
        call.store().update(GROUPS, changed);
    }

    private void remove(Call call) {
        Doc group = named(call);
        keepDefault(call, group);
        members.dissolve(call, group.id());
        call.store().delete(GROUPS, group);
    }

    /** Refuses the default IM group: its members cannot be removed, and it cannot be deleted. */
    static void keepDefault(Call call, Doc group) {
        if (group.flag("is_default")) {
            throw call.refuse("im-group-default");
        }
    }
}
