package io.greenroom.api.users;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import java.util.function.Supplier;

/** The virtual backgrounds of one user. */
final class UserBackgroundsHandler {
    private final UserDirectory directory;
    private final VirtualBackgrounds backgrounds;

    UserBackgroundsHandler(UserDirectory directory, VirtualBackgrounds backgrounds) {
        this.directory = directory;
        this.backgrounds = backgrounds;
    }

    void bind(Bindings on) {
        on.before("uploadVBuser", this::arrive);
        on.doc("uploadVBuser", this::add);
        on.done("delUserVB", this::remove);
    }

    private Supplier<Object> arrive(Call call) {
        return backgrounds.keepFile(call, owner(call).id(), "background-max");
    }

    private Doc add(Call call) {
        return backgrounds.add(call, owner(call).id(), "background-max");
    }

    private Doc owner(Call call) {
        if (call.identify("group", call.path("userId")).isPresent()) {
            throw call.refuse("background-group-missing");
        }
        return directory.named(call);
    }

    private void remove(Call call) {
        String who = call.path("userId");
        Doc user = directory
                .find(call, who)
                .orElseThrow(() -> call.refuse(EmailAddress.isOne(who) ? "user-absent" : "user-foreign"));
        if (!directory.mayEdit(call, user)) {
            throw call.refuse("no-permission");
        }
        backgrounds.remove(call, user.id(), call.query().text("file_ids"), "file-ids-invalid");
    }
}
