package io.greenroom.api.groups;

import static io.greenroom.api.groups.GroupDirectory.GROUPS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.members.GroupNames;
import io.greenroom.parts.members.Members;
import io.greenroom.parts.settings.LayerKey;

/** The groups of an account. */
final class GroupHandler {
    private static final GroupNames NAMES = new GroupNames(GROUPS);
    private static final int GROUPS_PER_ACCOUNT = 5000;

    private final GroupDirectory directory;
    private final Members members;
    private final VirtualBackgrounds backgrounds;

    GroupHandler(GroupDirectory directory, Members members, VirtualBackgrounds backgrounds) {
        this.directory = directory;
        this.members = members;
        this.backgrounds = backgrounds;
    }

    void bind(Bindings on) {
        on.page("groups", this::list);
        on.doc("groupCreate", this::create);
        on.doc("group", call -> counted(call, directory.named(call)));
        on.done("groupUpdate", this::change);
        on.done("groupDelete", this::remove);
    }

    private Page list(Call call) {
        return Page.whole(call.store().in(GROUPS).list()).map(group -> counted(call, group));
    }

    private Doc counted(Call call, Doc group) {
        return group.copy().put("total_members", members.count(call.store(), group.id()));
    }

    private Doc create(Call call) {
        Doc group = call.blank(GROUPS)
                .put("id", call.ids().next())
                .put("account_id", call.store().account());
        NAMES.give(call, group);
        if (call.store().in(GROUPS).count() >= GROUPS_PER_ACCOUNT) {
            throw call.refuse("group-max");
        }
        return counted(call, call.store().insert(GROUPS, group));
    }

    private void change(Call call) {
        Doc group = directory.named(call);
        if (call.body().has("name")) {
            Doc renamed = group.copy();
            NAMES.give(call, renamed);
            call.store().update(GROUPS, renamed);
        }
    }

    private void remove(Call call) {
        Doc group = directory.named(call, "group-member-missing");
        members.dissolve(call, group.id());
        MeetingSettings.LAYERS.delete(call.store(), LayerKey.group(group.id()));
        backgrounds.forget(call, group.id());
        call.store().delete(GROUPS, group);
    }
}
