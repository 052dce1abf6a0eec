package io.greenroom.live.script;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Obstacle;
import io.greenroom.live.plan.Deed;
import io.greenroom.live.plan.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of an act.
 *
 * @param outcome {@code admitted}, {@code waiting} or {@code refused}; acts that are not joins are admitted
 * @param reason why a person waits or the act was refused
 */
record Result(String outcome, Optional<String> reason) {
    private static final String REFUSED = "refused";

    static final Result DONE = new Result("admitted", Optional.empty());

    static final Result NOT_THERE = refused("not_there");
    static final Result NOT_RUNNING = refused("not_running");

    /** The result of a command. */
    static Result of(Optional<Obstacle> obstacle) {
        return obstacle.map(Obstacle::word).map(Result::refused).orElse(DONE);
    }

    /** Does something with each stay that an act means, until one is refused. */
    static Result ofEach(List<Doc> stays, Deed deed, Function<Doc, Result> work) {
        if (stays.isEmpty() && !deed.who().equals(Person.ALL)) {
            return NOT_THERE;
        }
        return stays.stream()
                .map(work)
                .filter(result -> !result.equals(DONE))
                .findFirst()
                .orElse(DONE);
    }

    static Result refused(String reason) {
        return new Result(REFUSED, Optional.of(reason));
    }

    /** What is wrong with the result of an act; empty if it is as the script expects. */
    Optional<String> fault(Deed deed) {
        if (deed.implied()) {
            return Optional.empty();
        }
        String what = reason.map(why -> outcome + " " + why).orElse(outcome);
        String act = deed.verb().word() + " " + deed.who();
        if (deed.expect().isEmpty()) {
            return outcome.equals(REFUSED) ? Optional.of(act + " was " + what) : Optional.empty();
        }
        String expected = deed.expect().get();
        return expected.equals(outcome) || expected.equals(what)
                ? Optional.empty()
                : Optional.of("%s was %s, expected %s".formatted(act, what, expected));
    }
}
