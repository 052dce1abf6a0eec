package io.greenroom.api.users;

import io.greenroom.api.users.facts.InvitationAccepted;
import io.greenroom.api.users.facts.UserSignedIn;
import io.greenroom.api.users.facts.UserSignedOut;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EncryptedEmail;
import io.greenroom.parts.policies.UserPolicy;
import io.greenroom.parts.profiles.UserState;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the control API does to users: traits that only the vendor sets, the policy that administrators set on web
 * pages, invitations that are accepted by e-mail, and sessions in clients.
 */
final class UsersControl {
    private final UserDirectory directory;

    UsersControl(UserDirectory directory) {
        this.directory = directory;
    }

    void bind(Bindings on) {
        on.doc("controlUserTraits", call -> traits(call, user(call)));
        on.doc("controlUserTraitsChange", this::changeTraits);
        on.doc("controlUserPolicy", UsersControl::policy);
        on.doc("controlUserPolicyReplace", UsersControl::replacePolicy);
        on.done("controlInvitationAccept", this::acceptInvitation);
        on.done("controlSignIn", this::signIn);
        on.done(
                "controlSignOut",
                call -> call.publish(new UserSignedOut(user(call).id())));
    }

    private Doc user(Call call) {
        return directory.require(call, call.path("userId"));
    }

    private static Doc traits(Call call, Doc user) {
        return call.as("UserTraits", user.copy().fillDefaults())
                .put("encrypted_email", EncryptedEmail.of(call.signer(), user.text("email")));
    }

    private Doc changeTraits(Call call) {
        return traits(call, directory.keep(call.store(), user(call).copy().take(call.body())));
    }

    private static Doc policy(Call call) {
        return call.as("UserPolicy", UserPolicy.of(call.store()).decisions());
    }

    private static Doc replacePolicy(Call call) {
        refuseTwins(call);
        UserPolicy.replace(call.store(), call.body());
        return policy(call);
    }

    private static void refuseTwins(Call call) {
        Set<String> keys = new HashSet<>();
        for (Doc attribute : call.body().docs("custom_attributes")) {
            if (!keys.add(attribute.text("key"))) {
                throw call.refuse("control-attribute-twice", "key", attribute.text("key"));
            }
        }
    }

    private void acceptInvitation(Call call) {
        Doc user = user(call);
        if (!user.has("invitation_key")) {
            throw call.refuse("control-invitation-missing");
        }
        call.publish(new InvitationAccepted(user.id()));
    }

    private void signIn(Call call) {
        Doc user = user(call);
        if (UserState.of(user) != UserState.ACTIVE) {
            throw call.refuse("control-user-shut-out");
        }
        Doc client = call.body().copy().fillDefaults();
        call.publish(new UserSignedIn(
                user.id(),
                client.text("client_type"),
                client.text("version"),
                Optional.of("login_type").filter(client::has).map(client::number)));
    }
}
