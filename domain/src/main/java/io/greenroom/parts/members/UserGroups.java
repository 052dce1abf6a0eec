package io.greenroom.parts.members;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/**
 * The groups of users. A user's document lists the ids of their groups; the id of a large deleted group is removed
 * later, and ignored until then.
 */
public final class UserGroups {
    private UserGroups() {}

    /** The groups of a user, the primary one first. */
    public static List<String> of(Call call, Doc user) {
        return there(call, "group", user.texts("group_ids"));
    }

    /** A user without ids of deleted groups; the same document when there are none. */
    public static Doc shown(Call call, Doc user) {
        return shown(call, shown(call, user, "group", "group_ids"), "im-group", "im_group_ids");
    }

    private static Doc shown(Call call, Doc user, String kind, String field) {
        List<String> ids = user.texts(field);
        List<String> there = there(call, kind, ids);
        return there.size() == ids.size() ? user : user.copy().put(field, there);
    }

    private static List<String> there(Call call, String kind, List<String> ids) {
        return ids.isEmpty()
                ? ids
                : ids.stream().filter(id -> call.identify(kind, id).isPresent()).toList();
    }
}
