package io.greenroom.live.script;

import io.greenroom.live.plan.Deed;
import java.util.Optional;

/**
 * What came of an act.
 *
 * @param outcome {@code admitted}, {@code waiting} or {@code refused}; acts that are not joins are admitted
 * @param reason why a person waits or the act was refused
 */
record Result(String outcome, Optional<String> reason) {
    private static final String REFUSED = "refused";

    static final Result DONE = new Result("admitted", Optional.empty());

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
