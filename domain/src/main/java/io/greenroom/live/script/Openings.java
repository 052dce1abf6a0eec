package io.greenroom.live.script;

import static io.greenroom.live.script.ScriptTables.SCRIPTS;
import static io.greenroom.live.script.ScriptTables.TEXTS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Moments;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.live.LiveTables;
import io.greenroom.live.plan.Plan;
import io.greenroom.live.plan.Script;
import io.greenroom.live.plan.Values;
import io.greenroom.live.states.SessionState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Begins scripts: decides when they start, and whether they may. */
final class Openings {
    private final Commands commands;
    private final String due;

    /**
     * The openings of one kind of schedule.
     *
     * @param due the kind of due time at which scripts go on
     */
    Openings(Commands commands, String due) {
        this.commands = commands;
        this.due = due;
    }

    /** A script that may begin. */
    final class Opening {
        private final Script script;
        private final String schedule;
        private final String id;
        private final Instant start;
        private final boolean past;

        private Opening(Call call, Script script, Optional<Instant> starts) {
            this.script = script;
            this.schedule = call.path(commands.parameter());
            this.id = call.ids().next();
            this.start = starts.orElse(call.second());
            this.past = starts.isPresent();
        }

        /** Stores the script, in place of the former one of the meeting or webinar. */
        Doc begin(Transaction unit, Call call) {
            Doc before = unit.find(commands.kind().table(), schedule)
                    .orElseThrow(() -> call.refuse(commands.kind().word() + "-missing"));
            check(unit, call, before);
            unit.in(SCRIPTS)
                    .where("schedule_id", schedule)
                    .where("action", false)
                    .first()
                    .ifPresent(former -> replace(unit, call, former));
            if (!script.settings().isEmpty()) {
                Doc settings = Values.fill(call.blank("SessionSettings"), script.settings());
                unit.update(commands.kind().table(), before.copy().put("session_settings", settings));
            }
            unit.insert(TEXTS, text(unit.blank(TEXTS), call, id));
            unit.schedule(new Due(unit.account(), due, id, start));
            return unit.insert(
                    SCRIPTS,
                    unit.blank(SCRIPTS)
                            .put("id", id)
                            .put("schedule_id", schedule)
                            .put("action", false)
                            .put("past", past)
                            .put("real", script.isReal() && !past)
                            .put("state", "playing")
                            .put("uuid", before.text("uuid"))
                            .put("start", start)
                            .put("next_at", start)
                            .put("acts", script.plan().acts().size())
                            .put("played", 0));
        }

        private void check(Transaction unit, Call call, Doc before) {
            if (before.flag("live")) {
                throw call.refuse("control-script-live");
            }
            if (past
                    && unit.in(LiveTables.SESSIONS)
                            .where("host_id", before.text("host_id"))
                            .where("state", SessionState.LIVE.word())
                            .exists()) {
                throw call.refuse("control-script-host-live");
            }
        }

        private static void replace(Transaction unit, Call call, Doc former) {
            if (former.text("state").equals("playing")) {
                throw call.refuse("control-script-playing");
            }
            unit.delete(SCRIPTS, former);
        }
    }

    /**
     * Reads the script of a request.
     *
     * @throws BadScript when it cannot be played
     */
    Opening of(Call call) {
        Script script = Script.read(
                Plans.grammar(call, commands.kind()),
                call.body().text("text"),
                call.body().text("format").equals("json"));
        ZoneId zone = call.named(commands.parameter())
                .optionalText("timezone")
                .filter(name -> !name.isEmpty())
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
        Optional<Instant> starts = script.starts(call.now(), zone);
        Instant end = starts.orElse(call.now()).plus(script.plan().length());
        if (starts.isPresent() && (end.isAfter(call.now()) || starts.get().isBefore(Instant.EPOCH))) {
            throw script.refuse("a session that starts then is not over yet");
        }
        if (end.isAfter(Moments.LAST)) {
            throw script.refuse("the session would end too late");
        }
        return new Opening(call, script, starts);
    }

    /** The text of a request's script. */
    static Doc text(Doc blank, Call call, String id) {
        return blank.put("script", id)
                .put("text", call.body().text("text"))
                .put("format", call.body().text("format"));
    }

    /** A single step whose first acts have taken place. */
    Doc action(Call call, Plan plan, int played) {
        boolean done = played == plan.acts().size();
        Doc script = call.blank(SCRIPTS)
                .put("id", call.ids().next())
                .put("schedule_id", call.path(commands.parameter()))
                .put("action", true)
                .put("past", false)
                .put("real", true)
                .put("state", done ? "done" : "playing")
                .put("uuid", call.named(commands.parameter()).text("uuid"))
                .put("start", call.second())
                .put("acts", plan.acts().size())
                .put("played", played);
        return done
                ? script
                : script.put(
                        "next_at", call.second().plus(plan.acts().get(played).at()));
    }
}
