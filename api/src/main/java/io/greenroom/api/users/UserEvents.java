package io.greenroom.api.users;

import io.greenroom.contract.Property;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What events tell of users. */
final class UserEvents {
    private UserEvents() {}

    /** What tells a user from others: id, name, address and type. */
    static Doc summary(Call call, Doc user) {
        return call.as("UserSummary", user);
    }

    /** Announces what has changed of a profile, if anything that callers see has. */
    static void announceChange(Call call, Doc before, Doc after) {
        Doc then = call.blank("UserDetail").put("id", before.id());
        Doc now = call.blank("UserDetail").put("id", after.id());
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
