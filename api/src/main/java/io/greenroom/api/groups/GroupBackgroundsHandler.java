package io.greenroom.api.groups;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import java.util.function.Supplier;

/** The virtual backgrounds that a group gives its members. */
final class GroupBackgroundsHandler {
    private final GroupDirectory directory;
    private final VirtualBackgrounds backgrounds;

    GroupBackgroundsHandler(GroupDirectory directory, VirtualBackgrounds backgrounds) {
        this.directory = directory;
        this.backgrounds = backgrounds;
    }

    void bind(Bindings on) {
        on.before("uploadGroupVB", this::arrive);
        on.doc("uploadGroupVB", this::add);
        on.done("delGroupVB", this::remove);
    }

    private Supplier<Object> arrive(Call call) {
        return backgrounds.keepFile(call, owner(call).id(), "background-max");
    }

    private Doc add(Call call) {
        return backgrounds.add(call, owner(call).id(), "background-max");
    }

    private Doc owner(Call call) {
        return directory.named(call, "user-absent");
    }

    private void remove(Call call) {
        Doc group = directory.named(call, "group-member-missing");
        backgrounds.remove(call, group.id(), call.query().text("file_ids"), "file-ids-invalid");
    }
}
