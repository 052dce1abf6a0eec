package io.greenroom.server.control;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Moments;
import io.greenroom.kernel.jobs.DueTimes.Move;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.KernelTables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The clocks of accounts. */
final class ClockHandler {
    private static final Instant FIRST = Instant.EPOCH;

    void bind(Bindings on) {
        on.doc("controlClock", call -> state(call, call.account(), List.of()));
        on.before("controlClockMove", this::move);
        on.doc("controlClockMove", this::moved);
        ControlGroup.bindOutside(on, "controlClockRelease", call -> ControlGroup.installation(call)
                .dueTimes()
                .release(call.account().id()));
    }

    private Supplier<Object> move(Call call) {
        Doc body = call.body();
        Instant target = body.optionalText("now")
                .flatMap(ClockHandler::instant)
                .or(() -> advanced(call))
                .orElseThrow(() -> call.refuse("control-clock-target"));
        if (target.isBefore(FIRST) || target.isAfter(Moments.LAST)) {
            throw call.refuse("control-clock-far");
        }
        return () ->
                ControlGroup.installation(call).dueTimes().move(call.account().id(), target, body.flag("frozen"));
    }

    private static Optional<Instant> advanced(Call call) {
        Doc body = call.body();
        return body.has("advance_seconds")
                ? Optional.of(call.now().plusSeconds(body.number("advance_seconds")))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Doc moved(Call call) {
        Doc row = call.store()
                .find(KernelTables.ACCOUNTS, call.account().id())
                .orElseThrow(() -> call.refuse("control-account-missing"));
        Move move = call.prepared(Move.class);
        if (!move.arrived()) {
            throw call.refuse("control-clock-busy", "now", call.now().toString());
        }
        return state(call, row, move.fired());
    }

    private static Doc state(Call call, Doc row, List<Due> fired) {
        return call.blank("ClockState")
                .put("now", call.now())
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
}
