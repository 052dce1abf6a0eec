package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.InvitationAccepted;
import io.greenroom.api.users.facts.UserJoined;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.mails.Mails;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.profiles.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Invitations to join an account: sent, accepted or expired. */
final class Invitations {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final String EXPIRY = "invitation-expiry";
    private static final int KEY_BYTES = 24;

    private final UserSettings settings;

    Invitations(UserSettings settings) {
        this.settings = settings;
    }

    void bind(Bindings on) {
        on.due(EXPIRY, Invitations::expire);
        on.fact(InvitationAccepted.class, (call, accepted) -> accept(call, accepted.userId()));
    }

    /** Whether a user is pending and their invitation has expired: only valid invitations have a key. */
    static boolean hasExpired(Doc user) {
        return UserState.of(user) == UserState.PENDING && !user.has("invitation_key");
    }

    /** Whether a user is pending and their invitation is valid. */
    static boolean isPending(Doc user) {
        return UserState.of(user) == UserState.PENDING && user.has("invitation_key");
    }

    /** Invites a new user. */
    static void send(Call call, Doc user) {
        Instant end = call.second().plus(LIFE);
        user.put("status", UserState.PENDING.text())
                .put("invitation_key", Secrets.token(KEY_BYTES))
                .put("invitation_expires", end);
        call.later(EXPIRY, user.id(), end);
        String account = call.account().text("account_name", "a Zoom account");
        Mails.send(
                call,
                "user_invitation",
                user.text("email"),
                "You are invited to join " + account,
                "Hello " + PersonName.of(user) + ",\r\n\r\nyou are invited to join " + account
                        + ". The invitation is valid until " + end + ".\r\n");
    }

    /** Cancels the expiry of a user's invitation. */
    static void withdraw(Call call, Doc user) {
        call.cancel(EXPIRY, user.id());
    }

    /**
     * The user with an address, in any account. Deletes a user whose invitation has expired, so that the address is
     * free.
     */
    static Optional<Doc> holder(Call call, EmailAddress address) {
        Optional<Doc> holder = UserDirectory.holder(call.store(), address);
        holder.filter(Invitations::hasExpired)
                .ifPresent(user -> call.store().as(user.text("account_id")).delete(USERS, user));
        return holder.filter(user -> !hasExpired(user));
    }

    /** Keeps the expired user's row so that lookups find it. Pending users have nothing else that would have to end. */
    private static void expire(Call call, String userId) {
        call.store().find(USERS, userId).ifPresent(user -> call.store()
                .update(USERS, user.copy().remove("invitation_key")));
    }

    /** Does nothing if the invitation has expired or was accepted before. */
    private void accept(Call call, String userId) {
        call.store()
                .find(USERS, userId)
                .filter(user -> user.has("invitation_key"))
                .ifPresent(user -> {
                    withdraw(call, user);
                    Doc active = call.store()
                            .update(USERS, NewUser.activate(call, user.copy().put("verified", 1)));
                    settings.begin(call, active);
                    call.announce("user.invitation_accepted", active);
                    call.publish(new UserJoined(active));
                });
    }
}
