package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.UserRemoved;
import io.greenroom.api.users.facts.UserRemoved.Transfer;
import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.roles.SystemRole;
import java.util.Optional;

/**
 * Disassociates or deletes a user. The vendor gives a disassociated user a free account; here users without an account
 * do not exist, so that the address becomes free.
 */
final class UserRemoval {
    private final UserDirectory directory;
    private final UserSettings settings;

    UserRemoval(UserDirectory directory, UserSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    void remove(Call call) {
        boolean deleted = call.query().text("action").equals("delete");
        String who = call.path("userId");
        Doc user = directory.find(call, who).orElseThrow(() -> missing(call, who));
        if (!directory.mayEdit(call)) {
            throw call.refuse("no-permission");
        }
        check(call, user, deleted);
        Optional<Transfer> transfer = transfer(call, user);
        call.store().delete(USERS, user);
        forget(call, user);
        call.publish(new UserRemoved(user, deleted, transfer));
        call.announce(deleted ? "user.deleted" : "user.disassociated", user);
    }

    private void forget(Call call, Doc user) {
        Invitations.withdraw(call, user);
        UserPresenceHandler.forgetEnd(call.store(), user);
        settings.forget(call, user);
        user.optionalText("picture").ifPresent(call::forgetMedia);
        new Grants().endOfUser(call.store(), user.id());
    }

    /** A user of a sub account is not missing, but cannot be deleted from the master account. */
    private static RuntimeException missing(Call call, String who) {
        boolean below = call.store().across(USERS).where("key", who).first().stream()
                .anyMatch(user -> AccountHierarchy.below(
                                call.store().as(user.text("account_id")),
                                call.account().id())
                        .isPresent());
        return below ? call.refuse("foreign-user-deleted") : call.refuse("user-missing", "userId", who);
    }

    private static void check(Call call, Doc user, boolean deleted) {
        if (deleted && UserState.of(user) == UserState.PENDING) {
            // Only "disassociate" ends an invitation; to "delete" there is no user yet.
            throw call.refuse(Invitations.hasExpired(user) ? "invitation-missing" : "user-missing");
        }
        if (user.flag("room_user")) {
            throw call.refuse("room-user-deleted");
        }
        if (user.flag("frozen")) {
            throw call.refuse("frozen-user-deleted");
        }
        if (user.flag("runs_phone")) {
            throw call.refuse("user-runs-phone");
        }
        if (SystemRole.isOwner(user) || (!deleted && SystemRole.isAdministrator(user))) {
            throw call.refuse("admin-unlinked");
        }
        if (!deleted && UserState.of(user) != UserState.PENDING) {
            checkUnlinked(call, user);
        }
    }

    private static void checkUnlinked(Call call, Doc user) {
        if (LoginType.has(user, LoginType.API)) {
            throw call.refuse("api-user-unlinked");
        }
        if (new EmailAddress(user.text("email")).isIn(call.account().texts("managed_domains"))) {
            throw call.refuse("managed-user-unlinked");
        }
    }

    /** What is transferred to which user. Flags without an address, or an address without flags, transfer nothing. */
    private Optional<Transfer> transfer(Call call, Doc user) {
        Doc query = call.query();
        boolean meetings = query.flag("transfer_meeting");
        boolean webinars = query.flag("transfer_webinar");
        boolean recordings = query.flag("transfer_recording");
        return query.optionalText("transfer_email")
                .filter(email -> meetings || webinars || recordings)
                .map(email -> {
                    if (new EmailAddress(email).key().equals(new EmailAddress(user.text("email")).key())) {
                        throw call.refuse("transfer-to-self");
                    }
                    Doc target = directory
                            .find(call, email)
                            .filter(found -> UserState.of(found) != UserState.PENDING)
                            .orElseThrow(() -> call.refuse("transfer-target-outside"));
                    boolean able = UserState.of(target) == UserState.ACTIVE
                            && (!webinars || settings.hasWebinars(call, target));
                    if (!able) {
                        throw call.refuse("transfer-target-missing");
                    }
                    return new Transfer(target, meetings, webinars, recordings);
                });
    }
}
