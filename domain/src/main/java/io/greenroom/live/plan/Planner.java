package io.greenroom.live.plan;

import io.greenroom.kernel.doc.Draws;
import io.greenroom.live.plan.BadScript.Collector;
import io.greenroom.live.plan.Node.Field;
import io.greenroom.live.plan.Node.Place;
import io.greenroom.live.plan.Plan.Phase;
import io.greenroom.live.plan.Plan.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the plan of one script whose values fit their forms. */
final class Planner {
    /** No session lasts longer. */
    private static final Duration LONGEST = Duration.ofHours(30);

    private static final int MOST_ACTS = 100_000;

    private final Collector faults;
    private final Draws draws;
    private final Cast cast;
    private final List<Timed> acts = new ArrayList<>();

    private Planner(Collector faults, long seed, boolean open) {
        this.faults = faults;
        this.draws = new Draws(seed);
        this.cast = new Cast(faults, open);
    }

    /** The plan of a whole script. */
    static Plan script(Node root, long seed, Collector faults) {
        Planner planner = new Planner(faults, seed, false);
        Node.Fields fields = (Node.Fields) root;
        List<Node> steps = fields.find("steps").map(Node::each).orElse(List.of());
        planner.people(fields.find("people").map(Node::entries).orElse(List.of()));
        steps.forEach(step -> step.entries()
                .forEach(act -> Verb.of(act.name()).ifPresent(verb -> planner.cast.addGuests(verb, act.value()))));
        Duration before = Duration.ZERO;
        for (Node step : steps) {
            before = planner.step(step, before);
        }
        fields.find("ends").ifPresent(planner::ends);
        planner.host();
        return planner.plan();
    }

    /** The plan of a single step, which may mean people of a session that is running. */
    static Plan action(Node step, Collector faults) {
        Planner planner = new Planner(faults, 0, true);
        step.entries().forEach(act -> Verb.of(act.name()).ifPresent(verb -> planner.cast.addGuests(verb, act.value())));
        if (planner.step(step, Duration.ZERO).isZero() && planner.acts.isEmpty()) {
            faults.add(step.place(), "the step has no act");
        }
        return planner.plan();
    }

    private Plan plan() {
        acts.sort(Comparator.comparing(Timed::at).thenComparing(Timed::phase));
        return new Plan(cast.people(), acts);
    }

    private void people(List<Field> entries) {
        for (Field entry : entries) {
            List<String> keys = cast.add(entry);
            Node.Fields fields = (Node.Fields) entry.value();
            if (fields.isTrue("registered")) {
                keys.forEach(key -> prepare(Verb.REGISTER, key, entry.place()));
            }
            if (fields.isTrue("panelist")) {
                keys.forEach(key -> prepare(Verb.INVITE, key, entry.place()));
            }
            fields.find("join").ifPresent(when -> keys.forEach(key -> move(Verb.JOIN, key, when)));
            fields.find("leave").ifPresent(when -> keys.forEach(key -> move(Verb.LEAVE, key, when)));
        }
    }

    private void prepare(Verb verb, String key, Place place) {
        Deed deed = new Deed(verb, place.line(), Optional.empty(), key, Node.none(), Optional.empty(), false);
        add(Duration.ZERO, Phase.REGISTRATION, deed);
    }

    private void move(Verb verb, String key, Node when) {
        Duration at = at(when, Duration.ZERO, key + " " + verb.word());
        Phase phase = verb == Verb.LEAVE ? Phase.DEPARTURES : Phase.ARRIVALS;
        boolean implied = verb == Verb.LEAVE;
        add(
                at,
                phase,
                new Deed(verb, when.place().line(), Optional.empty(), key, Node.none(), Optional.empty(), implied));
    }

    private void ends(Node when) {
        Deed end = new Deed(
                Verb.END, when.place().line(), Optional.empty(), Person.HOST, Node.none(), Optional.empty(), true);
        add(at(when, Duration.ZERO, "ends"), Phase.END, end);
    }

    /** The host joins at the beginning, unless the script lets the host join or start. */
    private void host() {
        boolean comes = acts.stream()
                .map(Timed::deed)
                .anyMatch(deed -> deed.verb() == Verb.START
                        || (deed.verb() == Verb.JOIN && deed.who().equals(Person.HOST)));
        if (!comes) {
            Deed join = new Deed(Verb.JOIN, 1, Optional.empty(), Person.HOST, Node.none(), Optional.empty(), false);
            add(Duration.ZERO, Phase.HOST, join);
        }
    }

    /** Adds the acts of a step; returns its time. */
    private Duration step(Node step, Duration before) {
        Node.Fields fields = (Node.Fields) step;
        Duration at = fields.find("at")
                .map(when -> at(
                        when,
                        before,
                        "step " + step.place().line() + " " + step.place().column()))
                .orElse(before);
        Optional<Duration> until = fields.text("for").map(length -> at.plus(Times.length(length)));
        Optional<String> by = fields.text("by");
        by.ifPresent(who -> cast.resolve(who, step.place()));
        for (Field field : fields.fields()) {
            Optional<Verb> verb = Verb.of(field.name());
            if (verb.isPresent()) {
                Act act = new Act(verb.get(), field.place(), by, fields.text("expect"));
                act(act, verb.get() == Verb.POLL ? step : field.value(), at, until);
            }
        }
        if (fields.find("poll").isEmpty()) {
            fields.find("answers").ifPresent(answers -> faults.add(answers.place(), "only a poll has answers"));
        }
        return at;
    }

    /** What the acts of a word of a step have in common. */
    private record Act(Verb verb, Place place, Optional<String> by, Optional<String> expect) {

        Deed of(String who, Node detail) {
            return new Deed(verb, place.line(), by, who, detail, expect, false);
        }

        Optional<Deed> undone(String who, Node detail) {
            return verb.undo().map(undo -> new Deed(undo, place.line(), by, who, detail, Optional.empty(), true));
        }
    }

    private void act(Act act, Node value, Duration at, Optional<Duration> until) {
        if (!act.verb().hasPeople()) {
            single(act, value, at, until);
            return;
        }
        if (act.verb() == Verb.BREAKOUT) {
            rooms(act, value, at, until);
            return;
        }
        if (until.isPresent() && act.verb().undo().isEmpty()) {
            faults.add(act.place(), act.verb().word() + " has nothing that for can undo");
        }
        if (value instanceof Node.Fields fields) {
            for (Field entry : fields.fields()) {
                each(act, entry.name(), entry.place(), entry.value(), at, until);
            }
        } else {
            value.each().forEach(name -> each(act, name.word(), name.place(), Node.none(), at, until));
        }
    }

    /** An act of the session as a whole; what undoes it is the word for stopping it. */
    private void single(Act act, Node value, Duration at, Optional<Duration> until) {
        String stop = value.word().equals("pause") ? "resume" : value.isTrue("publish") ? "publish" : "stop";
        add(at, Phase.STEPS, act.of("", value));
        until.ifPresent(
                end -> act.undone("", new Node.Text(stop, act.place())).ifPresent(deed -> add(end, Phase.STEPS, deed)));
    }

    /** A breakout room by the name of the room; closing moves all back. */
    private void rooms(Act act, Node value, Duration at, Optional<Duration> until) {
        if (value instanceof Node.Text) {
            each(act, Person.ALL, act.place(), Node.none(), at, Optional.empty());
        }
        for (Field room : value.entries()) {
            Node name = new Node.Text(room.name(), room.place());
            for (Node person : room.value().each()) {
                each(act, person.word(), person.place(), name, at, until);
            }
        }
    }

    private void each(Act act, String name, Place place, Node detail, Duration at, Optional<Duration> until) {
        for (String who : cast.resolve(name, place)) {
            add(at, Phase.STEPS, act.of(who, detail));
            until.ifPresent(end -> act.undone(who, Node.none()).ifPresent(deed -> add(end, Phase.STEPS, deed)));
        }
    }

    private Duration at(Node when, Duration before, String purpose) {
        if (!Times.isInOrder(when.word())) {
            faults.add(when.place(), "the times are not in order");
        }
        Duration at = Times.at(when.word(), before, draws.of(purpose));
        if (at.compareTo(LONGEST) > 0) {
            faults.add(when.place(), "a session lasts at most " + LONGEST.toHours() + " hours");
        }
        return at;
    }

    private void add(Duration at, Phase phase, Deed deed) {
        if (acts.size() < MOST_ACTS) {
            acts.add(new Timed(at, phase, deed));
        } else {
            faults.add(new Place(deed.line(), 1), "a script has at most " + MOST_ACTS + " acts");
        }
    }
}
