package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.UserSignedIn;
import io.greenroom.api.users.facts.UserSignedOut;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.Presence;
import io.greenroom.parts.profiles.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The sessions of users in clients. */
final class SignIns {
    private static final Duration LOGIN_TIME_LASTS = Duration.ofDays(3);

    void bind(Bindings on) {
        on.fact(UserSignedIn.class, this::signIn);
        on.fact(UserSignedOut.class, (call, out) -> call.store()
                .find(USERS, out.userId())
                .filter(user -> user.flag("signed_in"))
                .ifPresent(user -> announceOut(call, call.store().update(USERS, signOut(call, user.copy())))));
    }

    private void signIn(Call call, UserSignedIn in) {
        call.store()
                .find(USERS, in.userId())
                .filter(user -> UserState.of(user) == UserState.ACTIVE)
                .ifPresent(user -> announce(
                        call, "user.signed_in", call.store().update(USERS, signIn(user.copy(), in, call.second()))));
    }

    private static Doc signIn(Doc user, UserSignedIn in, Instant now) {
        in.loginType().ifPresent(loginType -> LoginType.use(user, loginType));
        if (isStale(user.optionalText("last_login_time"), now)) {
            user.put("last_login_time", now);
        }
        return user.put("signed_in", true)
                .put("client_type", in.clientType())
                .put("last_client_version", in.version())
                .put("presence_status", Presence.AVAILABLE.text());
    }

    /** The last login time is updated only after three days (https://developers.zoom.us/docs/api/users/). */
    private static boolean isStale(Optional<String> last, Instant now) {
        return last.map(Instant::parse)
                .filter(time -> now.isBefore(time.plus(LOGIN_TIME_LASTS)))
                .isEmpty();
    }

    /** Ends the sessions of a user; their keys for starting meetings become invalid. */
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
        call.announce(
                event,
                call.as("UserSignEvent", user)
                        .put("date_time", call.second())
                        .put("version", user.optionalText("last_client_version")));
    }
}
