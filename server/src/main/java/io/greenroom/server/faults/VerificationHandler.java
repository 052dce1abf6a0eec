package io.greenroom.server.faults;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.road.history.RequestHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Checks which requests an account has received, by the history of this process. */
public final class VerificationHandler {
    private static final int MOST_FAULTS = 200;
    private static final int MOST_OTHERS = 100;
    private static final int LONGEST_FAULT = 900;

    private final RequestHistory history;
    private final BiFunction<Call, CompletedRequest, Doc> shown;

    /**
     * A handler.
     *
     * @param shown shows a request
     */
    public VerificationHandler(RequestHistory history, BiFunction<Call, CompletedRequest, Doc> shown) {
        this.history = history;
        this.shown = shown;
    }

    /** Binds the operation. */
    public void bind(Bindings on) {
        on.before("controlVerify", this::verify);
        on.doc("controlVerify", call -> report(call, call.prepared(Verdict.class)));
    }

    /** What a check has found. */
    private record Verdict(List<String> faults, List<Long> counts, List<CompletedRequest> others, boolean complete) {}

    private Supplier<Object> verify(Call call) {
        Doc order = call.body();
        String account = call.account().id();
        List<RequestCheck> checks =
                order.docs("calls").stream().map(RequestCheck::of).toList();
        refuseWhatCannotBe(call, order);
        return () -> history.await(
                Duration.ofMillis(order.number("wait_ms")),
                () -> check(order, account, checks),
                verdict -> verdict.faults().isEmpty());
    }

    private void refuseWhatCannotBe(Call call, Doc order) {
        Contract contract = call.ask(Installation.class).scope().contract();
        for (Doc one : order.docs("calls")) {
            one.optionalText("operation")
                    .filter(operation -> !contract.operations().containsKey(operation))
                    .ifPresent(unknown -> {
                        throw call.refuse("control-fault-operation", "operation", unknown);
                    });
            if (one.number("at_least", 0) > one.number("at_most", Long.MAX_VALUE)) {
                throw call.refuse("control-verification-range");
            }
        }
        String after = order.text("after", "");
        if (!after.isEmpty() && !history.has(after)) {
            throw call.refuse("control-verification-after", "after", after);
        }
    }

    private Verdict check(Doc order, String account, List<RequestCheck> checks) {
        RequestHistory.Since since = history.since(order.text("after", ""));
        List<CompletedRequest> received = new ArrayList<>(since.newestFirst().stream()
                .filter(request -> request.account().equals(account))
                .toList());
        Collections.reverse(received);
        List<String> faults = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (RequestCheck check : checks) {
            long count = received.stream().filter(check::fits).count();
            counts.add(count);
            if (count < check.least() || count > check.most()) {
                faults.add(count + " of " + check + ", not " + wanted(check));
            }
        }
        if (order.flag("in_order")) {
            checkOrder(received, checks, faults);
        }
        List<CompletedRequest> others = received.stream()
                .filter(request -> checks.stream().noneMatch(check -> check.fits(request)))
                .limit(MOST_OTHERS)
                .toList();
        if (order.flag("nothing_else")) {
            others.forEach(other -> faults.add("unexpected: " + other.method() + " " + other.path()));
        }
        return new Verdict(faults, counts, others, since.complete());
    }

    private static String wanted(RequestCheck check) {
        String least = "at least " + check.least();
        return check.most() == Long.MAX_VALUE
                ? least
                : check.least() == check.most() ? Long.toString(check.most()) : least + " and at most " + check.most();
    }

    /** Each call must come after a request that fits the one before. */
    private static void checkOrder(List<CompletedRequest> received, List<RequestCheck> checks, List<String> faults) {
        int at = 0;
        for (RequestCheck check : checks) {
            int found = at;
            while (found < received.size() && !check.fits(received.get(found))) {
                found++;
            }
            if (found == received.size() && check.least() > 0) {
                faults.add("out of order: " + check);
                return;
            }
            at = Math.min(found + 1, received.size());
        }
    }

    private Doc report(Call call, Verdict verdict) {
        return call.blank("VerificationResult")
                .put("passed", verdict.faults().isEmpty())
                .put(
                        "faults",
                        verdict.faults().stream()
                                .limit(MOST_FAULTS)
                                .map(fault -> Texts.abbreviate(fault, LONGEST_FAULT))
                                .toList())
                .put("counts", verdict.counts())
                .put(
                        "others",
                        verdict.others().stream()
                                .map(other -> shown.apply(call, other))
                                .toList())
                .put("complete", verdict.complete());
    }
}
