package io.greenroom.kernel.road;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.NewMedia;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.road.history.OperationLog;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.util.function.Function;

/**
 * Step 15, handle and keep: runs the handler in one unit, and returns when its changes are durable. A refusal rolls the
 * unit back.
 */
final class Handle implements Step {
    private final Store store;
    private final CallScope scope;
    private final Runnable committed;
    private final boolean logged;

    private Handle(Store store, CallScope scope, Runnable committed, boolean logged) {
        this.store = store;
        this.scope = scope;
        this.committed = committed;
        this.logged = logged;
    }

    /** The step of the public API: each write adds an entry to the operation log. */
    static Handle logged(Store store, CallScope scope, Runnable committed) {
        return new Handle(store, scope, committed, true);
    }

    /** The step of the control API, which adds no entry to an account's operation log. */
    static Handle unlogged(Store store, CallScope scope, Runnable committed) {
        return new Handle(store, scope, committed, false);
    }

    @Override
    public void take(Exchange exchange) {
        Endpoint endpoint = exchange.endpoint();
        Function<Call, Object> handler = endpoint.handler()
                .orElseThrow(() -> new ContractViolation(endpoint.operation().id() + " is not bound"));
        Call.Input input = exchange.input();
        String account = exchange.caller().account();
        if (endpoint.operation().readsOnly()) {
            exchange.result = store.read(account, unit -> handler.apply(call(exchange, input, unit)));
        } else {
            exchange.result = write(exchange, input, handler);
            committed.run();
        }
    }

    private Object write(Exchange exchange, Call.Input input, Function<Call, Object> handler) {
        try {
            return store.write(exchange.caller().account(), unit -> {
                Call call = call(exchange, input, unit);
                if (scope.isIgnored(call)) {
                    return Bindings.DONE;
                }
                Object result = handler.apply(call);
                if (logged) {
                    OperationLog.add(call, exchange.path.values(), result);
                }
                return result;
            });
        } catch (Refusal refusal) {
            if (exchange.prepared instanceof NewMedia file) {
                scope.media().forget(file.name());
            }
            throw refusal;
        }
    }

    private Call call(Exchange exchange, Call.Input input, Transaction unit) {
        return scope.call(exchange.operation(), input, unit, exchange.prepared);
    }
}
