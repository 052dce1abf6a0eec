package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/** What must hold of a profile, whether it is a new user's or changed. */
final class ProfileRules {
    private ProfileRules() {}

    static void checkName(Call call, UserPolicy policy, Doc profile) {
        policy.flagged(profile.text("first_name", ""), profile.text("last_name", ""))
                .ifPresent(name -> {
                    throw call.refuse("name-flagged", "name", name);
                });
    }

    /** A password is checked wherever one is sent, also where it then changes nothing. */
    static void checkPassword(Call call, UserPolicy policy, Doc profile, EmailAddress address) {
        boolean bad = profile.optionalText("password")
                .flatMap(password -> policy.passwords().faultOf(password, address))
                .isPresent();
        if (bad) {
            throw call.refuse("password-invalid");
        }
    }

    /** On-prem users need meeting connectors; somebody without any plan signs in with the account's own service. */
    static void checkType(Call call, UserType type, boolean singleSignOn) {
        boolean possible =
                switch (type) {
                    case BASIC, LICENSED -> true;
                    case ON_PREM -> call.has("on_prem");
                    case NONE -> singleSignOn;
                };
        if (!possible) {
            throw call.refuse("user-type-refused");
        }
    }

    static void checkGroup(Call call, Doc profile) {
        Optional<String> unknown = profile.optionalText("group_id")
                .filter(group -> call.identify("group", group).isEmpty());
        if (unknown.isPresent()) {
            throw call.refuse("group-missing", "groupId", unknown.get());
        }
    }
}
