package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;

/** Announces changes of profiles. */
final class UserEvents {
    private UserEvents() {}

    /** Announces the changed fields of a profile, if callers see any of them. */
    static void announceChange(Call call, Doc before, Doc after) {
        Changes changes = Changes.between(call.as("UserUpdatedEvent", before), call.as("UserUpdatedEvent", after));
        if (!changes.isNone()) {
            call.announce(
                    "user.updated",
                    Announcement.of(changes.after().put("id", after.id()))
                            .old(changes.before().put("id", before.id())));
        }
    }
}
