package io.greenroom.server.faults;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.faults.FaultRule;
import io.greenroom.kernel.faults.FaultRules;
import io.greenroom.kernel.install.Installation;
import java.util.List;
import java.util.function.Supplier;

/** The fault rules of accounts. They are no rows, so they are changed outside of units. */
public final class FaultHandler {
    private static final List<String> EFFECTS = List.of("delay_ms", "answer", "connection", "damage");
    private static final List<String> MATCHES = List.of("operation", "method", "path", "app", "user_id", "header");

    /** The rules that a request has added. */
    private record Added(List<FaultRule> rules) {}

    /** Binds the operations. */
    public void bind(Bindings on) {
        on.doc("controlFaults", call -> list(call, rules(call).of(account(call))));
        on.before("controlFaultAdd", FaultHandler::order);
        on.doc(
                "controlFaultAdd",
                call -> shown(call, call.prepared(Added.class).rules().getFirst()));
        on.before("controlFaultRemove", call -> () -> {
            if (!rules(call).remove(account(call), call.path("faultId"))) {
                throw call.refuse("control-fault-missing");
            }
            return Bindings.DONE;
        });
        on.done("controlFaultRemove", done -> {});
        on.before("controlFaultsClear", call -> () -> {
            rules(call).clear(account(call));
            return Bindings.DONE;
        });
        on.done("controlFaultsClear", done -> {});
        on.doc("controlFaultPresets", FaultHandler::presets);
        on.before("controlFaultPresetAdd", FaultHandler::orderPreset);
        on.doc(
                "controlFaultPresetAdd",
                call -> list(call, call.prepared(Added.class).rules()));
    }

    private static FaultRules rules(Call call) {
        return call.ask(Installation.class).faults();
    }

    private static String account(Call call) {
        return call.account().id();
    }

    private static Supplier<Object> order(Call call) {
        Doc order = call.body();
        Doc match = order.doc("match");
        if (MATCHES.stream().noneMatch(match::has)) {
            throw call.refuse("control-fault-matches-all");
        }
        if (EFFECTS.stream().noneMatch(order::has)) {
            throw call.refuse("control-fault-does-nothing");
        }
        Contract contract = call.ask(Installation.class).scope().contract();
        match.optionalText("operation")
                .filter(operation -> !contract.operations().containsKey(operation))
                .ifPresent(unknown -> {
                    throw call.refuse("control-fault-operation", "operation", unknown);
                });
        order.optionalDoc("answer")
                .flatMap(answer -> answer.optionalText("failure"))
                .filter(failure -> !contract.failures().containsKey(failure))
                .ifPresent(unknown -> {
                    throw call.refuse("control-fault-failure", "failure", unknown);
                });
        return () -> new Added(List.of(add(call, order)));
    }

    private static Supplier<Object> orderPreset(Call call) {
        String name = call.path("preset");
        if (!FaultPresets.NAMES.contains(name)) {
            throw call.refuse("control-fault-preset", "presets", String.join(", ", FaultPresets.NAMES));
        }
        Doc changes = call.body();
        return () -> new Added(FaultPresets.rules(name, call.blank("FaultOrder").schema()).stream()
                .map(rule -> add(call, rule.take(changes.only("times", "until"))))
                .toList());
    }

    private static FaultRule add(Call call, Doc order) {
        FaultRule rule =
                new FaultRule(call.as("FaultRule", order).put("id", call.ids().next()));
        if (!rules(call).add(account(call), rule)) {
            throw call.refuse("control-faults-full");
        }
        return rule;
    }

    private static Doc list(Call call, List<FaultRule> rules) {
        return call.blank("FaultRuleList")
                .put("faults", rules.stream().map(rule -> shown(call, rule)).toList());
    }

    private static Doc shown(Call call, FaultRule rule) {
        return call.as("FaultRule", rule.rule()).put("matched", rule.matched()).put("struck", rule.struck());
    }

    private static Doc presets(Call call) {
        return call.blank("FaultPresetList")
                .put(
                        "presets",
                        FaultPresets.NAMES.stream()
                                .map(name -> call.blank("FaultPreset")
                                        .put("name", name)
                                        .put(
                                                "faults",
                                                FaultPresets.rules(
                                                        name,
                                                        call.blank("FaultOrder").schema())))
                                .toList());
    }
}
