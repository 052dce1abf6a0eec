package io.greenroom.kernel.faults;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Draws;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A rule, with the number of requests that it has matched and struck. Threads may share it. */
public final class FaultRule {
    private final Doc rule;
    private final Doc match;
    private final Optional<PathPattern> path;
    private final Draws draws;
    private long matched;
    private long struck;

    /**
     * A rule.
     *
     * @param rule a document of the schema {@code FaultRule}, with an id and a name
     */
    public FaultRule(Doc rule) {
        this.rule = rule.freeze();
        this.match = rule.doc("match");
        this.path = match.optionalText("path").map(PathPattern::of);
        this.draws = new Draws(match.number("seed", 0));
    }

    /** The rule as it was ordered. */
    public Doc rule() {
        return rule;
    }

    public synchronized long matched() {
        return matched;
    }

    public synchronized long struck() {
        return struck;
    }

    /** Counts a request if it matches; the fault if this one is struck. */
    synchronized Optional<Fault> strike(FaultTarget target, Instant now) {
        if (isOver(now) || !fits(target)) {
            return Optional.empty();
        }
        matched++;
        if (match.has("nth") && matched != match.number("nth")) {
            return Optional.empty();
        }
        if (match.has("probability") && draws.of("request " + matched) >= match.decimal("probability", 1)) {
            return Optional.empty();
        }
        struck++;
        return Optional.of(new Fault(rule.text("name"), rule));
    }

    private boolean isOver(Instant now) {
        return struck >= rule.number("times", Long.MAX_VALUE)
                || rule.optionalText("until")
                        .map(Instant::parse)
                        .filter(now::isAfter)
                        .isPresent();
    }

    private boolean fits(FaultTarget target) {
        return is("operation", target.operation())
                && is("method", target.request().method())
                && is("app", target.app())
                && is("user_id", target.user())
                && path.map(pattern -> pattern.matches(target.request().rawPath()))
                        .orElse(true)
                && match.optionalDoc("header")
                        .map(header -> carries(target, header))
                        .orElse(true);
    }

    private static boolean carries(FaultTarget target, Doc header) {
        List<String> sent = target.request().headers(header.text("name"));
        return header.optionalText("value").map(sent::contains).orElse(!sent.isEmpty());
    }

    private boolean is(String field, String value) {
        return match.optionalText(field).map(value::equals).orElse(true);
    }
}
