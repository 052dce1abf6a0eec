package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.profiles.Presence;
import java.time.Duration;
import java.time.Instant;

/** The presence status of a user. */
final class UserPresenceHandler {
    private static final String END = "presence-end";
    private static final Duration SHORTEST = Duration.ofMinutes(20);

    private final UserDirectory directory;

    UserPresenceHandler(UserDirectory directory) {
        this.directory = directory;
    }

    void bind(Bindings on) {
        on.done("updatePresenceStatus", this::change);
        on.due(END, this::end);
    }

    private void change(Call call) {
        Doc user = directory.require(call, call.path("userId"));
        if (!directory.mayEdit(call, user)) {
            throw call.refuse("presence-forbidden");
        }
        Presence wanted = call.body()
                .optionalText("status")
                .flatMap(Presence::of)
                .filter(presence -> user.flag("signed_in") && of(user).mayBecome(presence))
                .orElseThrow(() -> call.refuse("presence-failed"));
        forgetEnd(call.store(), user);
        Doc changed = user.copy().put("presence_status", wanted.text()).remove("presence_until");
        if (wanted == Presence.DO_NOT_DISTURB) {
            Instant end = call.second().plus(Duration.ofMinutes(call.body().number("duration", SHORTEST.toMinutes())));
            changed.put("presence_until", end);
            call.later(END, user.id(), end);
        }
        set(call, user, changed);
    }

    private static Presence of(Doc user) {
        return Presence.of(user.text("presence_status", "")).orElse(Presence.AVAILABLE);
    }

    /** Ends a user's {@code Do_Not_Disturb}. */
    private void end(Call call, String userId) {
        call.store()
                .find(USERS, userId)
                .filter(user -> of(user) == Presence.DO_NOT_DISTURB)
                .ifPresent(user -> set(
                        call,
                        user,
                        user.copy()
                                .put("presence_status", Presence.AVAILABLE.text())
                                .remove("presence_until")));
    }

    static void forgetEnd(Transaction store, Doc user) {
        if (user.has("presence_until")) {
            store.cancel(END, user.id());
        }
    }

    private static void set(Call call, Doc before, Doc changed) {
        Doc after = call.store().update(USERS, changed);
        if (of(after) != of(before)) {
            call.announce(
                    "user.presence_status_updated",
                    call.as("UserPresenceEvent", after).put("date_time", call.second()));
        }
    }
}
