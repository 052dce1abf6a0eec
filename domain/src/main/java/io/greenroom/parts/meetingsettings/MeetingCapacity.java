package io.greenroom.parts.meetingsettings;

import io.greenroom.kernel.HostSettings;
import java.util.Optional;

/** How many people may take part in the meetings of a host. */
public final class MeetingCapacity {
    private MeetingCapacity() {}

    /** The capacity that a host's settings allow: that of large meetings if the host has them. */
    public static long of(HostSettings settings) {
        Optional<Long> large = settings.flag("feature.large_meeting")
                ? settings.number("feature.large_meeting_capacity")
                : Optional.empty();
        return large.or(() -> settings.number("feature.meeting_capacity")).orElse(0L);
    }
}
