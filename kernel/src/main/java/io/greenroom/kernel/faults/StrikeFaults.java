package io.greenroom.kernel.faults;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.limits.Throttle;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Step 7, faults: makes a request fail as a rule of its account, or a header of the request, demands. Threads may share
 * it.
 */
public final class StrikeFaults implements Step {
    /** The header that makes one request fail. */
    public static final String ORDER = "X-Greenroom-Fault";

    private static final Failure LOST = new Failure("injected", 500, 500, "Injected fault.");

    private final FaultRules rules;
    private final Contract contract;
    private final Clock clock;
    private final boolean byHeader;

    /**
     * The step.
     *
     * @param byHeader whether requests may order a fault for themselves
     */
    public StrikeFaults(FaultRules rules, Contract contract, Clock clock, boolean byHeader) {
        this.rules = rules;
        this.contract = contract;
        this.clock = clock;
        this.byHeader = byHeader;
    }

    @Override
    public void take(Exchange exchange) {
        Caller caller = exchange.caller();
        Operation operation = exchange.operation();
        Optional<Fault> fault = ordered(exchange)
                .or(() -> rules.strike(
                        caller.account(),
                        new FaultTarget(caller.appId(), caller.userId(), operation.id(), exchange.request())));
        fault.ifPresent(struck -> strike(exchange, struck));
    }

    private Optional<Fault> ordered(Exchange exchange) {
        return byHeader
                ? exchange.request()
                        .header(ORDER)
                        .map(text -> FaultHeader.read(text, contract)
                                .orElseThrow(() -> exchange.refuse("fault-header-invalid", "header", ORDER)))
                        .map(effect -> new Fault("header", effect))
                : Optional.empty();
    }

    private void strike(Exchange exchange, Fault fault) {
        exchange.header(Fault.APPLIED, fault.name());
        exchange.spoil(fault.name(), fault::damaged);
        rules.await(fault);
        Optional<Refusal> refusal = fault.error().map(error -> refusal(exchange, fault, error));
        if (fault.isLate()) {
            refusal.ifPresent(exchange::refuseAfterwards);
        } else if (refusal.isPresent()) {
            throw refusal.get();
        } else if (fault.broken().isPresent()) {
            throw new Refusal(LOST, Map.of());
        }
    }

    private Refusal refusal(Exchange exchange, Fault fault, Doc error) {
        Map<String, String> headers = Fault.headers(error);
        return fault.failure()
                .map(name -> {
                    Throttle.describe(
                            exchange, name, clock.now(exchange.caller().account()));
                    Failure declared = exchange.operation().failure(name).orElseGet(() -> contract.failure(name));
                    return new Refusal(declared, exchange.path(), List.of(), headers);
                })
                .orElseGet(() -> new Refusal(Fault.undeclared(error), Map.of(), List.of(), headers));
    }
}
