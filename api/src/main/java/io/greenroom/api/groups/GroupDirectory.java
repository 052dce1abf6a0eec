package io.greenroom.api.groups;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.store.Table;
import java.util.List;
import java.util.Optional;

/** Finds groups of an account; never those of another account. */
final class GroupDirectory {
    static final Table GROUPS =
            Table.of("user_groups", "GroupRecord").columns("key", "name_key").counted();

    /** The ways in which operations say that an account without a plan has no groups. */
    private static final List<String> UNPAID = List.of("group-unpaid", "groups-unpaid", "group-settings-unpaid");

    /** The ways in which operations say that there is no such group. */
    private static final List<String> MISSING =
            List.of("group-unknown", "group-settings-missing", "group-locks-missing", "group-missing");

    /** The ways in which operations say that a group is another account's. */
    private static final List<String> FOREIGN = List.of("group-foreign", "group-not-on-account");

    private final Users users;

    GroupDirectory(Users users) {
        this.users = users;
    }

    /** Refuses the call where groups belong to a plan that the account does not have. */
    static void requirePlan(Call call) {
        if (call.account().text("plan", "").equals("free")) {
            call.firstDeclared(UNPAID).ifPresent(failure -> {
                throw call.refuse(failure, "accountId", call.account().id());
            });
        }
    }

    /** The group in the path. */
    Doc named(Call call) {
        requirePlan(call);
        return require(call, call.path("groupId"));
    }

    /**
     * The group in the path, of operations that document a failure that speaks of users.
     *
     * @param user the failure when the id is a user's
     */
    Doc named(Call call, String user) {
        requirePlan(call);
        String id = call.path("groupId");
        return call.store().find(GROUPS, id).orElseThrow(() -> {
            boolean isUser = users.find(call, id).isPresent();
            return isUser ? call.refuse(user) : missing(call, id);
        });
    }

    /** A group that must be there. */
    Doc require(Call call, String id) {
        return call.store().find(GROUPS, id).orElseThrow(() -> missing(call, id));
    }

    private static Refusal missing(Call call, String id) {
        Optional<String> foreign = call.firstDeclared(FOREIGN).filter(failure -> isBelow(call, id));
        return foreign.map(failure ->
                        call.refuse(failure, "accountId", call.account().id()))
                .orElseGet(() -> call.refuse(call.firstDeclared(MISSING).orElseThrow(), "groupId", id));
    }

    /** Whether a group is in an account below the caller's, who may know that. */
    private static boolean isBelow(Call call, String id) {
        return call.store().across(GROUPS).where("key", id).first().stream().anyMatch(group -> AccountHierarchy.below(
                        call.store().as(group.text("account_id")),
                        call.account().id())
                .isPresent());
    }
}
