package io.greenroom.api.imgroups;

import static io.greenroom.api.imgroups.ImGroupHandler.GROUPS;

import io.greenroom.api.accounts.AccountTraitsChanged;
import io.greenroom.api.accounts.AccountTraitsRead;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** The account trait that names the default IM group. */
final class ImGroupsControl {
    private static final String TRAIT = "default_im_group";
    private static final String FLAG = "is_default";

    void bind(Bindings on) {
        on.fact(AccountTraitsRead.class, (call, read) -> read.traits()
                .put(TRAIT, current(call.store()).map(Doc::id)));
        on.fact(AccountTraitsChanged.class, (call, changed) -> {
            if (changed.traits().has(TRAIT)) {
                choose(call, changed.traits().optionalText(TRAIT));
            }
        });
    }

    private static Optional<Doc> current(Transaction store) {
        return store.in(GROUPS).list().stream()
                .filter(group -> group.flag(FLAG))
                .findFirst();
    }

    private static void choose(Call call, Optional<String> id) {
        current(call.store()).ifPresent(former -> mark(call, former.id(), false));
        id.ifPresent(wanted -> mark(call, wanted, true));
    }

    private static void mark(Call call, String id, boolean isDefault) {
        Doc group = call.store().find(GROUPS, id).orElseThrow(() -> call.refuse("control-im-group-missing", TRAIT, id));
        call.store().update(GROUPS, group.copy().put(FLAG, isDefault));
    }
}
