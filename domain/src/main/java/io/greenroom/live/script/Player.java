package io.greenroom.live.script;

import static io.greenroom.live.script.ScriptTables.SCRIPTS;

import io.greenroom.contract.Operation;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.live.plan.Plan;
import io.greenroom.live.plan.Plan.Timed;
import io.greenroom.live.states.LeaveReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays stored scripts. Each due time plays the acts that are due in one unit, each at its own time, and schedules the
 * next; so a script goes on after a crash where it was.
 */
final class Player {
    /** Acts of one unit: a past session of thousands of people must not keep other accounts waiting. */
    private static final int ACTS_AT_ONCE = 500;

    private final Commands commands;
    private final Plans plans;

    Player(Commands commands, Plans plans) {
        this.commands = commands;
        this.plans = plans;
    }

    /** The kind of due time at which the next acts of a script are played. */
    String due() {
        return commands.kind().word() + "-script";
    }

    /** Plays what is due of a script. */
    void advance(Call call, String id) {
        call.store()
                .find(SCRIPTS, id)
                .filter(script -> script.text("state").equals("playing"))
                .ifPresent(script -> advance(call, script.copy()));
    }

    private void advance(Call call, Doc script) {
        String number = script.text("schedule_id");
        if (commands.schedules().find(call, number).isEmpty()) {
            call.store().keep(SCRIPTS, script.put("state", "failed").put("fault", number + " was deleted"));
            return;
        }
        Plan plan = plans.of(call, script);
        Stage stage = new Stage(commands, new Roster(script.flag("action") ? "" : script.id()), number, plan);
        List<Timed> acts = plan.acts();
        int from = (int) script.number("played");
        int next = from;
        Optional<String> fault = Optional.empty();
        while (next < acts.size() && next - from < ACTS_AT_ONCE && isDue(call, script, acts.get(next))) {
            Timed act = acts.get(next);
            fault = perform(call, script, stage, act);
            if (fault.isPresent()) {
                script.put("line", act.deed().line()).put("fault", fault.get());
                break;
            }
            next++;
        }
        script.put("played", next);
        if (fault.isPresent()) {
            finish(call, script, "failed", time(script, acts.get(next)));
        } else if (next == acts.size()) {
            finish(call, script, "done", acts.isEmpty() ? script.instant("start") : time(script, acts.getLast()));
        } else {
            schedule(call, script, time(script, acts.get(next)));
        }
    }

    private Optional<String> perform(Call call, Doc script, Stage stage, Timed act) {
        Instant at = time(script, act);
        String number = script.text("schedule_id");
        commands.schedules()
                .find(call, number)
                .flatMap(schedule -> commands.sessions().running(call, schedule))
                .map(session -> session.instant("limit_at"))
                .filter(limit -> !limit.isAfter(at))
                .ifPresent(limit -> commands.sessions().reachLimit(at(call, script, limit), number));
        return stage.perform(at(call, script, at), act.deed());
    }

    private static boolean isDue(Call call, Doc script, Timed act) {
        return script.flag("past") || !time(script, act).isAfter(call.now());
    }

    private static Instant time(Doc script, Timed act) {
        return script.instant("start").plus(act.at());
    }

    /** Schedules the next acts; those of a past session come before all other work that falls due meanwhile. */
    void schedule(Call call, Doc script, Instant next) {
        Instant at = script.flag("past") ? script.instant("start") : next;
        call.later(due(), script.id(), at);
        call.store().keep(SCRIPTS, script.put("next_at", at));
    }

    /** A past session ends with its script; another one goes on until it is ended. */
    private void finish(Call call, Doc script, String state, Instant at) {
        if (script.flag("action") && state.equals("done")) {
            call.store().delete(SCRIPTS, script);
            return;
        }
        call.store().keep(SCRIPTS, script.put("state", state).remove("next_at"));
        if (script.flag("past")) {
            commands.schedules().find(call, script.text("schedule_id")).ifPresent(schedule -> {
                commands.sessions().end(at(call, script, at), schedule, LeaveReason.ENDED);
                renew(call, schedule.id());
            });
        }
    }

    /** Plans the expiry of the schedule anew, by the present time. */
    private void renew(Call call, String number) {
        commands.schedules().find(call, number).ifPresent(schedule -> commands.schedules()
                .keep(call, schedule.copy()));
    }

    /** A call of the script's operation in this unit at another time. */
    private Call at(Call call, Doc script, Instant at) {
        CallScope scope =
                call.ask(Installation.class).controlScope().at(call.store().account(), at);
        Operation operation = scope.contract().operation(commands.operation("Script"));
        Map<String, String> path =
                Map.of("accountId", call.store().account(), commands.parameter(), script.text("schedule_id"));
        Call.Input input = Call.Input.of(
                call.caller(), call.account(), path, call.blank("ScriptBody").freeze(), call.origin());
        return scope.call(operation, input, call.store(), Bindings.DONE);
    }
}
