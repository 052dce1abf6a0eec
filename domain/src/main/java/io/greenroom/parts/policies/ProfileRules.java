package io.greenroom.parts.policies;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.profiles.UserType;
import java.util.Optional;

/** Rules for the profiles of new and of changed users. */
public final class ProfileRules {
    private ProfileRules() {}

    public static void checkName(Call call, UserPolicy policy, Doc profile) {
        policy.flagged(profile.text("first_name", ""), profile.text("last_name", ""))
                .ifPresent(name -> {
                    throw call.refuse("name-flagged", "name", name);
                });
    }

    /** Checks a password in any request that has one, even if it is then ignored. */
    public static void checkPassword(Call call, UserPolicy policy, Doc profile, EmailAddress address) {
        boolean bad = profile.optionalText("password")
                .flatMap(password -> policy.passwords().faultOf(password, address))
                .isPresent();
        if (bad) {
            throw call.refuse("password-invalid");
        }
    }

    /** On-prem users need meeting connectors; users of type None need single sign-on. */
    public static void checkType(Call call, UserType type, boolean singleSignOn) {
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

    public static void checkGroup(Call call, Doc profile) {
        Optional<String> unknown = profile.optionalText("group_id")
                .filter(group -> call.identify("group", group).isEmpty());
        if (unknown.isPresent()) {
            throw call.refuse("group-missing", "groupId", unknown.get());
        }
    }
}
