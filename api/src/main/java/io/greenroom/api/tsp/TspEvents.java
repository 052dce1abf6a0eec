package io.greenroom.api.tsp;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;

/** Builds the payloads of the events about a user's bridge. */
final class TspEvents {
    private TspEvents() {}

    /** The whole bridge, for created and deleted ones. */
    static Doc bridge(Call call, Doc user, Doc bridge) {
        return object(call, user, credentials(call, bridge));
    }

    /**
     * The changed fields. The former values are in {@code old_object} itself, not in {@code tsp_credentials} there, as
     * in the samples of ZoomNet.
     */
    static Announcement change(Call call, Doc user, Doc before, Doc after) {
        Changes changes = Changes.between(credentials(call, before), credentials(call, after));
        Doc now = present(call, changes.after()).put("id", after.id());
        return Announcement.of(object(call, user, now)).old(present(call, changes.before()));
    }

    /** Fields without a value are not sent. */
    private static Doc present(Call call, Doc changed) {
        return call.as("TspCredentials", changed);
    }

    private static Doc object(Call call, Doc user, Doc credentials) {
        return call.as("TspUserEvent", user).put("tsp_credentials", credentials);
    }

    private static Doc credentials(Call call, Doc bridge) {
        return call.as("TspCredentials", bridge).put("id", bridge.id());
    }
}
