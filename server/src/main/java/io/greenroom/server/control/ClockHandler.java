package io.greenroom.server.control;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.Due;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The clocks of accounts. */
final class ClockHandler {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Installation installation;
    private final Rows rows;

    ClockHandler(Installation installation) {
        this.installation = installation;
        this.rows = new Rows(installation);
    }

    void bind(ControlBindings on) {
        on.doc("controlClock", this::tell);
        on.doc("controlClockMove", this::move);
        on.done("controlClockRelease", this::release);
    }

    private Doc tell(ControlCall call) {
        return state(call, rows.require(call), List.of());
    }

    private Doc move(ControlCall call) {
        rows.require(call);
        Doc body = call.body();
        Instant target = body.optionalText("now")
                .flatMap(ClockHandler::instant)
                .or(() -> advanced(call))
                .orElseThrow(() -> call.refuse("control-clock-target"));
        if (target.isBefore(FIRST) || target.isAfter(LAST)) {
            throw call.refuse("control-clock-far");
        }
        List<Due> fired = installation.dueTimes().move(call.account(), target, body.flag("frozen"));
        return state(call, rows.require(call), fired);
    }

    private Optional<Instant> advanced(ControlCall call) {
        Doc body = call.body();
        return body.has("advance_seconds")
                ? Optional.of(clock().now(call.account()).plusSeconds(body.number("advance_seconds")))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void release(ControlCall call) {
        rows.require(call);
        installation.dueTimes().release(call.account());
    }

    private Doc state(ControlCall call, Doc row, List<Due> fired) {
        clock().follow(row);
        return call.blank("ClockState")
                .put("now", clock().now(call.account()))
                .put("frozen", row.has("clock_frozen_at"))
                .put(
                        "fired",
                        fired.stream()
                                .map(due -> call.blank("FiredDue")
                                        .put("kind", due.kind())
                                        .put("subject", due.subject())
                                        .put("at", due.at()))
                                .toList());
    }

    private Clock clock() {
        return installation.scope().clock();
    }
}
