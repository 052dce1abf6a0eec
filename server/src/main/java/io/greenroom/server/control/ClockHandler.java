package io.greenroom.server.control;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Moments;
import io.greenroom.kernel.jobs.DueTimes;
import io.greenroom.kernel.jobs.Journey;
import io.greenroom.kernel.jobs.Pace;
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
    private static final List<String> TARGETS = List.of("now", "advance_seconds", "advance");

    void bind(Bindings on) {
        on.doc("controlClock", call -> state(call, call.account()));
        on.before("controlClockMove", this::move);
        on.doc("controlClockMove", this::moved);
        ControlGroup.bindOutside(on, "controlClockStop", call -> dueTimes(call)
                .journey(call.account().id())
                .orElseThrow(() -> call.refuse("control-clock-still"))
                .stop());
        ControlGroup.bindOutside(on, "controlClockRelease", call -> dueTimes(call)
                .release(call.account().id()));
    }

    private static DueTimes dueTimes(Call call) {
        return ControlGroup.installation(call).dueTimes();
    }

    private Supplier<Object> move(Call call) {
        Doc body = call.body();
        if (TARGETS.stream().filter(body::has).count() > 1) {
            throw call.refuse("control-clock-target");
        }
        Instant target = target(call).orElseThrow(() -> call.refuse("control-clock-target"));
        if (target.isBefore(FIRST) || target.isAfter(Moments.LAST)) {
            throw call.refuse("control-clock-far");
        }
        Pace pace = new Pace(
                body.flag("frozen"),
                body.decimal("scale", Pace.of(call.account()).scale()));
        return () -> dueTimes(call).move(call.account().id(), target, pace);
    }

    /** The time that a request names; the current one if it changes only the pace. */
    private static Optional<Instant> target(Call call) {
        Doc body = call.body();
        if (body.has("now")) {
            return instant(body.text("now"));
        }
        if (body.has("advance_seconds")) {
            return Optional.of(call.now().plusSeconds(body.number("advance_seconds")));
        }
        if (body.has("advance")) {
            return ClockWords.read(body.text("advance"), call.now());
        }
        return Optional.of(call.now()).filter(now -> body.has("frozen") || body.has("scale"));
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
        Journey journey = call.prepared(Journey.class);
        if (!journey.arrived()) {
            throw call.refuse("control-clock-busy", "now", call.now().toString(), "fired", journey.fired());
        }
        return state(call, row)
                .put("fired_count", journey.fired())
                .put(
                        "fired",
                        journey.first().stream()
                                .map(due -> call.blank("FiredDue")
                                        .put("kind", due.kind())
                                        .put("subject", due.subject())
                                        .put("at", due.at()))
                                .toList())
                .put(
                        "fired_kinds",
                        journey.counts().entrySet().stream()
                                .map(kind -> call.blank("FiredKind")
                                        .put("kind", kind.getKey())
                                        .put("count", kind.getValue()))
                                .toList());
    }

    private static Doc state(Call call, Doc row) {
        Doc state = call.blank("ClockState")
                .put("now", call.now())
                .put("frozen", row.has("clock_frozen_at"))
                .put("scale", row.decimal("clock_scale", 1));
        dueTimes(call)
                .journey(row.id())
                .ifPresent(journey -> state.put(
                        "moving",
                        call.blank("ClockJourney")
                                .put("target", journey.target())
                                .put("reached", journey.reached())
                                .put("fired", journey.fired())));
        return state;
    }
}
