package io.greenroom.api.tsp;

import io.greenroom.contract.Property;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import java.util.Objects;

/** What events tell of a user's bridge. */
final class TspEvents {
    private TspEvents() {}

    /** The whole bridge, for one that is new or gone. */
    static Doc bridge(Call call, Doc user, Doc bridge) {
        return object(call, user, credentials(call, bridge));
    }

    /**
     * What has changed. The former values stand in {@code old_object} itself, not in {@code tsp_credentials} there, as
     * in the samples of ZoomNet.
     */
    static Announcement change(Call call, Doc user, Doc before, Doc after) {
        String[] changed = after.schema().properties().stream()
                .map(Property::name)
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toArray(String[]::new);
        Doc now = credentials(call, after);
        Doc then = credentials(call, before);
        return Announcement.of(object(call, user, now.only(changed).put("id", now.id())))
                .old(then.only(changed));
    }

    private static Doc object(Call call, Doc user, Doc credentials) {
        return call.as("TspUserEvent", user).put("tsp_credentials", credentials);
    }

    private static Doc credentials(Call call, Doc bridge) {
        return call.as("TspCredentials", bridge).put("id", bridge.id());
    }
}
