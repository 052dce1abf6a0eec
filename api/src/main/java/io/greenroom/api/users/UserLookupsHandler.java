package io.greenroom.api.users;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.roles.Privileges;
import java.util.Optional;

/** Checks of e-mail addresses and personal links, and the permissions of a user. */
final class UserLookupsHandler {
    private final UserDirectory directory;

    UserLookupsHandler(UserDirectory directory) {
        this.directory = directory;
    }

    void bind(Bindings on) {
        on.doc("userEmail", this::checkEmail);
        on.doc("userVanityName", this::checkPersonalLink);
        on.doc("userPermission", this::permissions);
    }

    /**
     * Only users of the account who sign in with a password exist for this operation, without pending ones
     * (https://developers.zoom.us/docs/api/users/).
     */
    private Doc checkEmail(Call call) {
        String who = call.query().text("email");
        Optional<Doc> user = directory.find(call, who);
        if (user.isEmpty() && !EmailAddress.isOne(who)) {
            throw call.refuse("user-missing", "userId", who);
        }
        return call.blank("EmailCheck")
                .put(
                        "existed_email",
                        user.filter(LoginType::isByEmail)
                                .filter(found -> UserState.of(found) != UserState.PENDING)
                                .isPresent());
    }

    private Doc checkPersonalLink(Call call) {
        return call.blank("VanityNameCheck")
                .put(
                        "existed",
                        PersonalLink.holder(call.store(), call.query().text("vanity_name"))
                                .isPresent());
    }

    private Doc permissions(Call call) {
        Doc user = directory.named(call);
        return call.blank("UserPermissions")
                .put("permissions", Privileges.of(user, Privileges.all(call)).names());
    }
}
