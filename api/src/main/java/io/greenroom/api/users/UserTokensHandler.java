package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.startkeys.StartKey;
import java.time.Duration;

/** Keys with which clients start meetings as a user. */
final class UserTokensHandler {
    private static final Duration SDK_LIFE = Duration.ofDays(14);
    private static final Duration ZAK_LIFE = Duration.ofHours(2);
    private static final Duration ZAK_LIFE_OF_API_USERS = Duration.ofDays(90);

    private final UserDirectory directory;

    UserTokensHandler(UserDirectory directory) {
        this.directory = directory;
    }

    void bind(Bindings on) {
        on.doc("userZak", this::ownZak);
        on.doc("userToken", this::token);
        on.done("userSSOTokenDelete", this::signOut);
    }

    private Doc ownZak(Call call) {
        String id = call.caller().userId();
        Doc user = call.store().find(USERS, id).orElseThrow(() -> {
            boolean elsewhere = call.store().across(USERS).where("key", id).exists();
            return call.refuse(elsewhere ? "user-missing" : "user-absent", "userId", id);
        });
        return answer(call, user, zakLife(user));
    }

    private Doc token(Call call) {
        Doc user = directory.named(call);
        if (!directory.mayEdit(call, user)) {
            throw call.refuse("no-permission");
        }
        directory.requireAuthorityOver(call, user);
        if (UserState.of(user) != UserState.ACTIVE) {
            throw call.refuse("user-missing");
        }
        if (!call.query().text("type").equals("zak")) {
            return answer(call, user, SDK_LIFE);
        }
        long seconds = call.query().number("ttl", 0);
        return answer(call, user, seconds > 0 ? Duration.ofSeconds(seconds) : zakLife(user));
    }

    private static Duration zakLife(Doc user) {
        return LoginType.has(user, LoginType.API) ? ZAK_LIFE_OF_API_USERS : ZAK_LIFE;
    }

    /** The token is null for users who sign in with Google or Facebook (https://developers.zoom.us/docs/api/users/). */
    private static Doc answer(Call call, Doc user, Duration life) {
        return call.blank("UserToken")
                .put("token", LoginType.isElsewhere(user) ? Doc.NULL : StartKey.issue(call, user, life));
    }

    /** Signs out only users who signed in by single sign-on. */
    private void signOut(Call call) {
        Doc user = directory.named(call);
        if (LoginType.has(user, LoginType.SSO)) {
            Doc stored = call.store().update(USERS, SignIns.signOut(call, user.copy()));
            if (user.flag("signed_in")) {
                SignIns.announceOut(call, stored);
            }
        }
    }
}
