package io.greenroom.kernel.road;

import io.greenroom.contract.Operation;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Steps 9 and 10, handle and keep: runs the handler in one unit, and returns when what it changed is durable. A refusal
 * on the way undoes the unit.
 */
final class Handle implements Step {
    private final Store store;
    private final CallScope scope;
    private final Runnable committed;

    Handle(Store store, CallScope scope, Runnable committed) {
        this.store = store;
        this.scope = scope;
        this.committed = committed;
    }

    @Override
    public void take(Exchange exchange) {
        Endpoint endpoint = exchange.endpoint();
        Function<Call, Object> handler = endpoint.handler()
                .orElseThrow(() -> new ContractViolation(endpoint.operation().id() + " is not bound"));
        Call.Input input = new Call.Input(
                exchange.caller(),
                exchange.account(),
                exchange.path,
                exchange.query(),
                exchange.body(),
                exchange.hashes,
                Optional.ofNullable(exchange.form),
                exchange.page,
                exchange.origin());
        String account = exchange.caller().account();
        Object prepared = prepared(account, endpoint, input);
        if (endpoint.operation().readsOnly()) {
            exchange.result = store.read(account, unit -> handler.apply(call(endpoint, input, unit, prepared)));
        } else {
            exchange.result = store.write(account, unit -> {
                Call call = call(endpoint, input, unit, prepared);
                Object result = handler.apply(call);
                OperationLog.add(call, exchange.path.values(), result);
                return result;
            });
            committed.run();
        }
    }

    private Call call(Endpoint endpoint, Call.Input input, Transaction unit, Object prepared) {
        return new Call(scope, endpoint.operation(), input, unit, prepared);
    }

    private Object prepared(String account, Endpoint endpoint, Call.Input input) {
        Operation operation = endpoint.operation();
        return scope.bindings()
                .preparation(operation)
                .map(preparation -> store.read(
                        account,
                        snapshot -> preparation.apply(new Call(scope, operation, input, snapshot, Bindings.DONE))))
                .map(Supplier::get)
                .orElse(Bindings.DONE);
    }
}
