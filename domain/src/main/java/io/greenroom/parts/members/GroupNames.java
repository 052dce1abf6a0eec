package io.greenroom.parts.members;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.names.Name;

/** The names of one kind of group, unique regardless of case and spacing. Threads may share it. */
public final class GroupNames {
    private final Table groups;

    /**
     * Names of groups.
     *
     * @param groups the groups, with a column {@code name_key}
     */
    public GroupNames(Table groups) {
        this.groups = groups;
    }

    /** Sets a group's name from the request; refuses an empty or used one. */
    public void give(Call call, Doc group) {
        String given = call.body().text("name", "");
        Name name = Name.of(given);
        if (name.isEmpty()) {
            throw call.refuse("group-name-missing");
        }
        boolean taken = call.store().in(groups).where("name_key", name.key()).list().stream()
                .anyMatch(other -> !other.id().equals(group.id()));
        if (taken) {
            throw call.refuse("group-name-used", "groupName", given);
        }
        group.put("name", name.text()).put("name_key", name.key());
    }
}
