package io.greenroom.api.imgroups;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.members.Members;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up the IM groups of users, and whether these hide a user. */
final class ImGroupDirectory implements ImGroups {
    private final Members members;

    ImGroupDirectory(Members members) {
        this.members = members;
    }

    @Override
    public Optional<Doc> first(Call call, Doc user) {
        return groups(call, user).findFirst();
    }

    @Override
    public boolean hide(Call call, Doc user) {
        return groups(call, user)
                .filter(group -> group.text("type").equals("restricted"))
                .anyMatch(group ->
                        !members.has(call.store(), group.id(), call.caller().userId()));
    }

    private static Stream<Doc> groups(Call call, Doc user) {
        return user.texts("im_group_ids").stream().flatMap(id -> call.store().find(ImGroupHandler.GROUPS, id).stream());
    }
}
