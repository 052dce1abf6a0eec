package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/**
 * The groups of users. Users carry the ids of their groups; those of a large one that has been removed go by and by,
 * and count for nothing meanwhile.
 */
final class UserGroups {
    private UserGroups() {}

    /** The groups of a user, the primary one first. */
    static List<String> of(Call call, Doc user) {
        return there(call, "group", user.texts("group_ids"));
    }

    /** A user as others see one; the same document where all groups are there. */
    static Doc shown(Call call, Doc user) {
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
