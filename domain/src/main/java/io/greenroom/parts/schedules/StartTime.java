package io.greenroom.parts.schedules;

import io.greenroom.kernel.doc.Moments;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Start times as clients send them: with an offset, or as a local time of the meeting's zone. */
public final class StartTime {
    private StartTime() {}

    /**
     * The instant of a valid text; empty for a local time that the zone skips or has twice when its clocks change,
     * because it names no instant or two.
     */
    public static Optional<Instant> read(String text, ZoneId zone) {
        Instant instant = Moments.instant(text).truncatedTo(ChronoUnit.SECONDS);
        if (!Moments.isLocal(text)) {
            return Optional.of(instant);
        }
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return zone.getRules().getValidOffsets(local).size() == 1
                ? Optional.of(local.atZone(zone).toInstant())
                : Optional.empty();
    }
}
