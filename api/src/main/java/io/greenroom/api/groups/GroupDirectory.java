package io.greenroom.api.groups;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.store.Table;

/** Finds groups of the caller's account, never those of another account. */
final class GroupDirectory {
    static final Table GROUPS =
            Table.of("user_groups", "GroupRecord").columns("key", "name_key").counted();

    private final Users users;

    GroupDirectory(Users users) {
        this.users = users;
    }

    /** The group in the path. */
    Doc named(Call call) {
        return require(call, call.path("groupId"));
    }

    /**
     * The group in the path, for operations that document a refusal of user ids.
     *
     * @param user the refusal when the id is a user's
     */
    Doc named(Call call, String user) {
        String id = call.path("groupId");
        return call.store().find(GROUPS, id).orElseThrow(() -> {
            boolean isUser = users.find(call, id).isPresent();
            return isUser ? call.refuse(user) : missing(call, id);
        });
    }

    /** Finds a group that must exist. */
    Doc require(Call call, String id) {
        return call.store().find(GROUPS, id).orElseThrow(() -> missing(call, id));
    }

    private static Refusal missing(Call call, String id) {
        return call.declares("group-foreign") && isBelow(call, id)
                ? call.refuse("group-foreign", "accountId", call.account().id())
                : call.refuse("group-missing", "groupId", id);
    }

    /** Whether a group is in a sub account of the caller's account, so that the refusal may say so. */
    private static boolean isBelow(Call call, String id) {
        return call.store().across(GROUPS).where("key", id).first().stream().anyMatch(group -> AccountHierarchy.below(
                        call.store().as(group.text("account_id")),
                        call.account().id())
                .isPresent());
    }
}
