package io.greenroom.live.script;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.live.plan.Grammar;
import io.greenroom.live.plan.Plan;
import io.greenroom.live.plan.Script;
import io.greenroom.parts.schedules.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The plans of the scripts that are being played, parsed from their texts. Threads may share it. */
final class Plans {
    private static final int MOST = 16;

    private final Kind kind;
    private final Map<String, Plan> latest = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    Plans(Kind kind) {
        this.kind = kind;
    }

    /** The grammar of the installation's contract. */
    static Grammar grammar(Call call, Kind kind) {
        return new Grammar(call.ask(Installation.class).scope().contract(), kind);
    }

    /** The plan of a stored script. */
    Plan of(Call call, Doc script) {
        lock.lock();
        try {
            Plan known = latest.remove(script.id());
            Plan plan = known == null ? parse(call, script) : known;
            latest.put(script.id(), plan);
            if (latest.size() > MOST) {
                latest.remove(latest.keySet().iterator().next());
            }
            return plan;
        } finally {
            lock.unlock();
        }
    }

    private Plan parse(Call call, Doc script) {
        Doc text = call.store()
                .find(ScriptTables.TEXTS, script.id())
                .orElseThrow(() -> new ContractViolation("The script " + script.id() + " has no text"));
        boolean json = text.text("format").equals("json");
        Grammar grammar = grammar(call, kind);
        return script.flag("action")
                ? Script.action(grammar, text.text("text"), json)
                : Script.read(grammar, text.text("text"), json).plan();
    }
}
