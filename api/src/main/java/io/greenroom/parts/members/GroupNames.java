package io.greenroom.parts.members;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.Table;
import java.util.Locale;

/** The names of one kind of group: one for each, whatever the case. Threads may share it. */
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

    /** Gives a group the name that the request brings; a group cannot be without one. */
    public void give(Call call, Doc group) {
        String name = call.body().text("name", "");
        String key = name.strip().toLowerCase(Locale.ROOT);
        if (key.isEmpty()) {
            throw call.refuse("group-name-missing");
        }
        boolean taken = call.store().in(groups).where("name_key", key).list().stream()
                .anyMatch(other -> !other.id().equals(group.id()));
        if (taken) {
            throw call.refuse("group-name-used", "groupName", name);
        }
        group.put("name", name).put("name_key", key);
    }
}
