package io.greenroom.live.script;

import static io.greenroom.live.script.ScriptTables.SCRIPTS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.doc.Refusal.FieldFault;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.jobs.Pace;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.live.LiveTables;
import io.greenroom.live.plan.BadScript;
import io.greenroom.live.plan.BadScript.Fault;
import io.greenroom.live.plan.Plan;
import io.greenroom.live.plan.Plan.Timed;
import io.greenroom.live.plan.Script;
import io.greenroom.live.states.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The operations of the control API that play scripts in sessions of one kind. */
public final class Scripts {
    private final Commands commands;
    private final Player player;
    private final Openings openings;

    public Scripts(Commands commands) {
        this.commands = commands;
        this.player = new Player(commands, new Plans(commands.kind()));
        this.openings = new Openings(commands, player.due());
    }

    public void bind(Bindings on) {
        on.asks(Installation.class);
        on.due(player.due(), player::advance);
        on.before(commands.operation("Script"), this::play);
        on.doc(commands.operation("Script"), this::played);
        on.doc(commands.operation("ScriptGet"), call -> ScriptStates.of(call, last(call)));
        on.doc(commands.operation("Actions"), this::act);
    }

    private Doc last(Call call) {
        return call.store()
                .in(SCRIPTS)
                .where("schedule_id", call.path(commands.parameter()))
                .where("action", false)
                .first()
                .orElseThrow(() -> call.refuse("control-script-missing"));
    }

    /** Checks a script; the work begins it in a unit of its own and plays it in further ones. */
    private Supplier<Object> play(Call call) {
        Openings.Opening opening;
        try {
            opening = openings.of(call);
        } catch (BadScript bad) {
            throw invalid(call, bad.faults());
        }
        Installation installation = call.ask(Installation.class);
        String account = call.account().id();
        Pace pace = Pace.of(call.account());
        return () -> {
            Doc script = installation.store().write(account, unit -> opening.begin(unit, call));
            String id = script.id();
            Optional<Doc> now = Optional.of(script);
            while (now.filter(Scripts::isPlaying).isPresent()) {
                move(installation, account, now.get(), pace);
                now = installation.store().read(account, unit -> unit.find(SCRIPTS, id));
            }
            if (script.flag("real")) {
                installation.dueTimes().fireNow(account);
            }
            while (installation.store().read(account, unit -> isEnding(unit, script))) {
                installation.dueTimes().fireNow(account);
            }
            return id;
        };
    }

    private static boolean isPlaying(Doc script) {
        return script.text("state").equals("playing") && !script.flag("real");
    }

    /** Whether people of a large session are still leaving. */
    private static boolean isEnding(Transaction unit, Doc script) {
        return unit.find(LiveTables.SESSIONS, script.text("uuid"))
                .filter(session -> SessionState.of(session) == SessionState.ENDING)
                .isPresent();
    }

    private static void move(Installation installation, String account, Doc script, Pace pace) {
        if (script.flag("past")) {
            installation.dueTimes().fireNow(account);
        } else {
            installation.dueTimes().move(account, script.instant("next_at"), pace);
        }
    }

    private Doc played(Call call) {
        Doc script = call.require(SCRIPTS, call.prepared(String.class), "control-script-missing");
        if (script.text("state").equals("failed")) {
            throw failed(call, script.number("line", 0), script.text("fault"));
        }
        return ScriptStates.of(call, script);
    }

    private static Refusal failed(Call call, long line, String fault) {
        return call.refuse("control-script-failed", "line", line, "fault", fault);
    }

    private static Refusal invalid(Call call, List<Fault> faults) {
        Fault first = faults.getFirst();
        Refusal refusal = call.refuse("control-script-invalid");
        return new Refusal(
                refusal.failure(),
                Map.of("where", first.where(), "first", first.message()),
                faults.stream()
                        .map(fault -> new FieldFault(fault.where(), fault.message(), ""))
                        .toList(),
                Map.of());
    }

    /** Performs a step now; what undoes it later is kept as a script. */
    private Doc act(Call call) {
        Plan plan;
        try {
            plan = Script.action(
                    Plans.grammar(call, commands.kind()),
                    call.body().text("text"),
                    call.body().text("format").equals("json"));
        } catch (BadScript bad) {
            throw invalid(call, bad.faults());
        }
        Doc schedule = call.named(commands.parameter());
        Roster roster = new Roster("");
        Stage stage = new Stage(commands, roster, schedule.id(), plan);
        int played = 0;
        for (Timed act : plan.acts()) {
            if (act.at().equals(Duration.ZERO)) {
                played++;
                stage.perform(call, act.deed()).ifPresent(fault -> {
                    throw failed(call, act.deed().line(), fault);
                });
            }
        }
        Doc script = openings.action(call, plan, played);
        if (played < plan.acts().size()) {
            Instant next = script.instant("next_at");
            call.store().insert(ScriptTables.TEXTS, Openings.text(call.blank(ScriptTables.TEXTS), call, script.id()));
            call.later(player.due(), script.id(), next);
            script = call.store().insert(SCRIPTS, script);
        }
        return ScriptStates.of(call, script).put("people", roster.joined(call));
    }
}
