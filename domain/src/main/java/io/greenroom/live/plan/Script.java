package io.greenroom.live.plan;

import io.greenroom.live.plan.BadScript.Collector;
import io.greenroom.live.plan.Node.Field;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A script that has been read and checked.
 *
 * @param root its value
 * @param plan what it does
 */
public record Script(Node root, Plan plan) {
    private static final String PEOPLE = "people";

    /**
     * Reads a script.
     *
     * @param text in JSON or YAML
     * @param json whether it is JSON
     * @throws BadScript listing what is wrong
     */
    public static Script read(Grammar grammar, String text, boolean json) {
        Collector faults = new Collector();
        Node root = grouped(ScriptReader.read(text, json));
        new FormCheck(faults).check(root, grammar.script());
        faults.check();
        long seed = root.text("seed").map(Long::parseLong).orElse(0L);
        Plan plan = Planner.script(root, seed, faults);
        faults.check();
        return new Script(root, plan);
    }

    /**
     * Reads a single step without a time.
     *
     * @throws BadScript listing what is wrong
     */
    public static Plan action(Grammar grammar, String text, boolean json) {
        Collector faults = new Collector();
        Node step = ScriptReader.read(text, json);
        new FormCheck(faults).check(step, grammar.step(false));
        faults.check();
        Plan plan = Planner.action(step, faults);
        faults.check();
        return plan;
    }

    /** People that are one group without a name are the group {@code people}. */
    private static Node grouped(Node root) {
        if (!(root instanceof Node.Fields fields)) {
            return root;
        }
        List<Field> grouped = fields.fields().stream().map(Script::grouped).toList();
        return new Node.Fields(grouped, fields.place());
    }

    private static Field grouped(Field field) {
        boolean isGroup =
                field.name().equals(PEOPLE) && field.value().text("count").isPresent();
        return isGroup
                ? new Field(
                        PEOPLE,
                        field.place(),
                        new Node.Fields(List.of(field), field.value().place()))
                : field;
    }

    /** Whether the steps wait for their times on the account's clock; otherwise the clock moves on. */
    public boolean isReal() {
        return root.text("speed").filter("real"::equals).isPresent();
    }

    /** The settings for this session only. */
    public List<Field> settings() {
        return root instanceof Node.Fields fields
                ? fields.find("settings").map(Node::entries).orElse(List.of())
                : List.of();
    }

    /**
     * When a past session starts; empty if the script starts now.
     *
     * @throws BadScript if the words mean no time
     */
    public Optional<Instant> starts(Instant now, ZoneId zone) {
        return root.text("starts").map(words -> Starts.of(words, now, zone)
                .orElseThrow(() -> refuse(
                        "must be a date and time such as 2021-08-02T10:00:00Z, or words such as last tuesday 10:00")));
    }

    /** A refusal of the start of this script. */
    public BadScript refuse(String message) {
        return new BadScript(List.of(fault(message)));
    }

    private BadScript.Fault fault(String message) {
        Node.Place place = root instanceof Node.Fields fields
                ? fields.find("starts").map(Node::place).orElse(root.place())
                : root.place();
        return new BadScript.Fault(place.line(), place.column(), message);
    }
}
