package io.greenroom.api.users;

import io.greenroom.contract.Property;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Announces changes of profiles. */
final class UserEvents {
    private UserEvents() {}

    /** Announces the changed fields of a profile, if callers see any of them. */
    static void announceChange(Call call, Doc before, Doc after) {
        Doc then = call.blank("UserUpdatedEvent").put("id", before.id());
        Doc now = call.blank("UserUpdatedEvent").put("id", after.id());
        for (Property property : now.schema().properties()) {
            String name = property.name();
            if (!Objects.equals(before.get(name), after.get(name))) {
                then.put(name, orNull(before.get(name)));
                now.put(name, orNull(after.get(name)));
            }
        }
        if (now.names().size() > 1) {
            call.announce("user.updated", Announcement.of(now).old(then));
        }
    }

    private static Object orNull(@Nullable Object value) {
        return Optional.ofNullable(value).orElse(Doc.NULL);
    }
}
