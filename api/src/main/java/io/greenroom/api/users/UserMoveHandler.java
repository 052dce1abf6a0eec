package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.UserMoved;
import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.roles.SystemRole;
import java.util.List;
import java.util.Optional;

/** Moves users between the accounts of one master account. */
final class UserMoveHandler {
    private final UserDirectory directory;
    private final UserSettings settings;

    UserMoveHandler(UserDirectory directory, UserSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    void bind(Bindings on) {
        on.done("switchUserAccount", this::move);
    }

    private void move(Call call) {
        Transaction from =
                call.store().as(reachable(call, call.path("accountId")).id());
        Doc target = reachable(call, call.body().text("account_id"));
        Doc user = user(call, from);
        if (SystemRole.isAdministrator(user)) {
            throw call.refuse("admin-switched");
        }
        if (UserState.of(user) == UserState.PENDING) {
            throw call.refuse("invitation-missing");
        }
        if (!target.id().equals(from.account())) {
            move(call, user, from, call.store().as(target.id()), target);
        }
    }

    /** The caller's account or one of its sub accounts. */
    private static Doc reachable(Call call, String id) {
        String own = call.account().id();
        if (id.equals("me") || id.equals(own)) {
            return call.account();
        }
        return AccountHierarchy.below(call.store().as(id), own)
                .orElseThrow(() -> call.refuse("account-missing", "accountId", id));
    }

    private Doc user(Call call, Transaction from) {
        String who = call.path("userId");
        return directory.find(from, who).orElseThrow(() -> {
            boolean near = call.store().across(USERS).where("key", who).first().stream()
                    .map(user -> user.text("account_id"))
                    .anyMatch(account -> isNear(call, account));
            return call.refuse(near ? "user-not-on-account" : "user-missing");
        });
    }

    private static boolean isNear(Call call, String account) {
        String own = call.account().id();
        return account.equals(own)
                || AccountHierarchy.below(call.store().as(account), own).isPresent();
    }

    /**
     * Profile and settings move with the user. Licence, role, groups and custom attributes do not, nor does a personal
     * link that is taken in the other account.
     */
    private void move(Call call, Doc user, Transaction from, Transaction to, Doc target) {
        from.delete(USERS, user);
        call.announceIn(from, "user.disassociated", Announcement.of(user));
        Doc arriving = SignIns.signOut(call, user.as(user.schema()))
                .put("account_id", target.id())
                .put("account_number", Optional.ofNullable(target.get("account_number")))
                .put("type", UserType.BASIC.number())
                .put("group_ids", List.of())
                .put("im_group_ids", List.of())
                .remove("host_key")
                .remove("group_id")
                .remove("plan_united_type")
                .remove("custom_attributes");
        if (PersonalLink.holder(to, arriving.text("vanity_name", "")).isPresent()) {
            PersonalLink.give(arriving, "");
        }
        Doc moved = to.insert(USERS, SystemRole.MEMBER.assign(arriving));
        settings.move(from, to, moved);
        settings.loseFeatures(call.in(target), moved);
        new Grants().endOfUser(from, user.id());
        call.announceIn(to, "user.created", Announcement.of(moved).with("creation_type", "switchAccount"));
        call.publish(new UserMoved(moved, from, to));
    }
}
