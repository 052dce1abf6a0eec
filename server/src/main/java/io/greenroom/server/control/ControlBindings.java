package io.greenroom.server.control;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Which operation of the control API is answered by whom. Filled by one thread, then only read. */
final class ControlBindings implements Step {
    private final Contract contract;
    private final Map<String, Function<ControlCall, Object>> handlers = new HashMap<>();

    ControlBindings(Contract contract) {
        this.contract = contract;
    }

    /** Binds an operation that answers one object. */
    void doc(String operationId, Function<ControlCall, Doc> handler) {
        handlers.put(operationId, handler::apply);
    }

    /** Binds an operation that answers nothing. */
    void done(String operationId, Consumer<ControlCall> handler) {
        handlers.put(operationId, call -> {
            handler.accept(call);
            return Bindings.DONE;
        });
    }

    /** Ends the binding: what is bound must be just what is promised. */
    ControlBindings complete() {
        if (!handlers.keySet().equals(contract.operations().keySet())) {
            Set<String> different = new HashSet<>(contract.operations().keySet());
            different.removeAll(handlers.keySet());
            throw new ContractViolation(
                    "The control API is bound to " + handlers.keySet() + ", and not to " + different);
        }
        return this;
    }

    @Override
    public void take(Exchange exchange) {
        Function<ControlCall, Object> handler =
                handlers.get(exchange.operation().id());
        if (handler == null) {
            throw new ContractViolation(exchange.operation().id() + " is not bound");
        }
        exchange.result(handler.apply(new ControlCall(exchange, contract)));
    }
}
