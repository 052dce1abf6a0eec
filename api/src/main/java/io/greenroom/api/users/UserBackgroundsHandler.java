package io.greenroom.api.users;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.backgrounds.VirtualBackgrounds.Owner;
import io.greenroom.parts.emails.EmailAddress;

/** The virtual backgrounds of one user. */
final class UserBackgroundsHandler {
    private final UserDirectory directory;
    private final VirtualBackgrounds backgrounds;

    UserBackgroundsHandler(UserDirectory directory, VirtualBackgrounds backgrounds) {
        this.directory = directory;
        this.backgrounds = backgrounds;
    }

    void bind(Bindings on) {
        backgrounds.bindAdding(on, "uploadVBuser", this::whoGets);
        backgrounds.bindRemoving(on, "delUserVB", this::whoLoses);
    }

    private Owner whoGets(Call call) {
        if (call.identify("group", call.path("userId")).isPresent()) {
            throw call.refuse("background-group-missing");
        }
        return new Owner(call, directory.named(call).id());
    }

    private Owner whoLoses(Call call) {
        String who = call.path("userId");
        Doc user = directory
                .find(call, who)
                .orElseThrow(() -> call.refuse(EmailAddress.isOne(who) ? "user-absent" : "user-missing"));
        if (!directory.mayEdit(call, user)) {
            throw call.refuse("no-permission");
        }
        return new Owner(call, user.id());
    }
}
