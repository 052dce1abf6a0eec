package io.greenroom.server.control;

import io.greenroom.api.users.InvitationAccepted;
import io.greenroom.api.users.UserSignedIn;
import io.greenroom.api.users.UserSignedOut;
import io.greenroom.contract.EventOrigin;
import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import java.util.Optional;
import java.util.function.Function;

/** What people do in their mails and clients: they accept invitations, sign in and sign out. */
final class PersonHandler {
    private final Installation installation;

    PersonHandler(Installation installation) {
        this.installation = installation;
    }

    void bind(ControlBindings on) {
        on.done(
                "controlInvitationAccept",
                call -> publish(call, user -> {
                    if (!user.has("invitation_key")) {
                        throw call.refuse("control-invitation-missing");
                    }
                    return new InvitationAccepted(user.id());
                }));
        on.done("controlSignIn", call -> publish(call, user -> signIn(call, user)));
        on.done("controlSignOut", call -> publish(call, user -> new UserSignedOut(user.id())));
    }

    private static UserSignedIn signIn(ControlCall call, Doc user) {
        if (!user.text("status").equals("active")) {
            throw call.refuse("control-user-shut-out");
        }
        Doc client = call.body().copy().fillDefaults();
        return new UserSignedIn(
                user.id(),
                client.text("client_type"),
                client.text("version"),
                Optional.of("login_type").filter(client::has).map(client::number));
    }

    /** Tells the account's groups what the user in the path does. */
    private void publish(ControlCall call, Function<Doc, Fact> fact) {
        installation.store().write(call.account(), unit -> {
            Doc account = Rows.require(call, unit);
            Fact told = fact.apply(Rows.user(call, unit));
            installation.scope().internal(unit, account, EventOrigin.CONTROL).publish(told);
            return told;
        });
    }
}
