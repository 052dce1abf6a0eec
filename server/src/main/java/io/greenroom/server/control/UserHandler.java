package io.greenroom.server.control;

import io.greenroom.api.users.EncryptedEmail;
import io.greenroom.api.users.UserPolicies;
import io.greenroom.api.users.UserTraits;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.Transaction;
import java.util.HashSet;
import java.util.Set;

/** Of users, what only the vendor decides; of accounts, what their administrators decide about users on web pages. */
final class UserHandler {
    private final Installation installation;

    UserHandler(Installation installation) {
        this.installation = installation;
    }

    void bind(ControlBindings on) {
        on.doc("controlUserTraits", this::traits);
        on.doc("controlUserTraitsChange", this::change);
        on.doc("controlUserPolicy", this::policy);
        on.doc("controlUserPolicyReplace", this::replace);
    }

    private Doc traits(ControlCall call) {
        return installation.store().read(call.account(), unit -> shown(call, Rows.user(call, unit)));
    }

    private Doc change(ControlCall call) {
        return installation
                .store()
                .write(
                        call.account(),
                        unit -> shown(call, UserTraits.change(unit, Rows.user(call, unit), call.body())));
    }

    private Doc shown(ControlCall call, Doc user) {
        return user.as(call.blank("UserTraits").schema())
                .put("encrypted_email", EncryptedEmail.of(installation.scope().signer(), user.text("email")));
    }

    private Doc policy(ControlCall call) {
        return installation.store().read(call.account(), unit -> policy(call, unit));
    }

    private static Doc policy(ControlCall call, Transaction unit) {
        Rows.require(call, unit);
        return UserPolicies.of(unit).as(call.blank("UserPolicy").schema());
    }

    private Doc replace(ControlCall call) {
        refuseTwins(call);
        return installation.store().write(call.account(), unit -> {
            Rows.require(call, unit);
            UserPolicies.replace(unit, call.body());
            return policy(call, unit);
        });
    }

    private static void refuseTwins(ControlCall call) {
        Set<String> keys = new HashSet<>();
        for (Doc attribute : call.body().docs("custom_attributes")) {
            if (!keys.add(attribute.text("key"))) {
                throw call.refuse("control-attribute-twice", "key", attribute.text("key"));
            }
        }
    }
}
