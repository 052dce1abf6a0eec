package io.greenroom.api.users;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/** Questions about users that are answered yes or no, and what the role of a user permits. */
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
     * Who signs in with somebody else's service or with the account's own does not exist for this question, nor does
     * who has not accepted the invitation, and nobody outside the account does
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
