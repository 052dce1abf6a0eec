package io.greenroom.kernel.limits;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Label;
import io.greenroom.contract.Operation;
import io.greenroom.contract.read.ContractReader;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** The toy contract with counters and a clock that a test moves. */
final class Library {
    static final Instant NOON = Instant.parse("2020-05-30T12:00:00Z");
    static final Instant MIDNIGHT = Instant.parse("2020-05-31T00:00:00Z");

    final Contract contract = ContractReader.folder(Path.of("src/test/resources/toy"));
    final MapCounters counters = new MapCounters();
    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    final Clock clock = new Clock(time::get);

    void at(Instant instant) {
        time.set(instant);
    }

    void advance(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    Doc account(String id, String plan) {
        return new Doc(contract.schema("Account")).put("id", id).put("plan", plan);
    }

    /** An operation that differs from the toy contract's only in its rate limit label and quotas. */
    Operation operation(String limits, Label label) {
        Operation known = contract.operation("listBooks");
        return new Operation(
                known.id(),
                known.group(),
                known.summary(),
                known.route(),
                known.scopes(),
                known.unscoped(),
                known.privilege(),
                label,
                limits,
                known.needs(),
                known.callers(),
                known.path(),
                known.query(),
                known.body(),
                known.range(),
                known.paging(),
                known.returns(),
                known.failures(),
                known.events(),
                known.quotas(),
                known.log(),
                known.pending(),
                known.location());
    }

    /** The result of a request at a step: {@code ok}, or the name of the failure. */
    static String outcome(Step step, Exchange exchange) {
        try {
            step.take(exchange);
            return "ok";
        } catch (Refusal refusal) {
            return refusal.failure().name();
        }
    }

    /** Runs something many times in parallel, and returns the results. */
    static List<String> together(int times, Callable<String> task) throws InterruptedException, ExecutionException {
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(threads.submit(task));
            }
            for (Future<String> one : all) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }
}
