package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Announcement;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;

/** Who is signed in to a client. */
final class SignIns {

    void bind(Bindings on) {
        on.when(UserSignedIn.class, this::signIn);
        on.when(UserSignedOut.class, (call, out) -> call.store()
                .find(USERS, out.userId())
                .filter(user -> user.flag("signed_in"))
                .ifPresent(user -> announceOut(call, call.store().update(USERS, signOut(call, user.copy())))));
    }

    private void signIn(Call call, UserSignedIn in) {
        call.store()
                .find(USERS, in.userId())
                .filter(user -> UserState.of(user) == UserState.ACTIVE)
                .ifPresent(user -> {
                    Doc stored = call.store()
                            .update(
                                    USERS,
                                    user.copy()
                                            .put("signed_in", true)
                                            .put("client_type", in.clientType())
                                            .put("last_client_version", in.version())
                                            .put("last_login_time", call.second())
                                            .put("presence_status", Presence.AVAILABLE.text()));
                    announce(call, "user.signed_in", stored);
                });
    }

    /** Ends what a user is signed in to: their keys for starting meetings die with it. */
    static Doc signOut(Call call, Doc user) {
        UserPresenceHandler.forgetEnd(call.store().as(user.text("account_id")), user);
        return user.put("signed_in", false)
                .put("tokens_from", call.now().getEpochSecond())
                .remove("presence_status")
                .remove("presence_until");
    }

    static void announceOut(Call call, Doc user) {
        announce(call, "user.signed_out", user);
    }

    private static void announce(Call call, String event, Doc user) {
        Doc told = call.as("UserSignEvent", user)
                .put("date_time", call.second())
                .put("version", user.optionalText("last_client_version"));
        call.announceIn(call.store(), event, Announcement.of(told).byNobody());
    }
}
