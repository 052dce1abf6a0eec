package io.greenroom.kernel.road;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.NewMedia;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.Store;
import java.util.function.Supplier;

/**
 * Step 14, prepare: does work on the request's own thread that is too slow for a unit of the store. Passwords of the
 * body are hashed, then the operation's own preparation runs.
 */
final class Prepare implements Step {
    private final Store store;
    private final CallScope scope;

    Prepare(Store store, CallScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @Override
    public void take(Exchange exchange) {
        hashPasswords(exchange, exchange.body(), "");
        Operation operation = exchange.operation();
        scope.bindings().preparation(operation).ifPresent(preparation -> {
            Supplier<Object> work = store.read(exchange.caller().account(), snapshot -> {
                Call call = scope.call(operation, exchange.input(), snapshot, Bindings.DONE);
                return scope.isIgnored(call) ? () -> Bindings.DONE : preparation.apply(call);
            });
            Object prepared = work.get();
            if (prepared instanceof NewMedia file) {
                keep(file);
            }
            exchange.prepared = prepared;
        });
    }

    /** Schedules the removal first, so that no file stays when the process ends here. */
    private void keep(NewMedia file) {
        store.write(Due.NO_ACCOUNT, unit -> {
            unit.schedule(file.removal(scope.clock().now()));
            return file;
        });
        scope.media().keep(file.name(), file.source());
    }

    private void hashPasswords(Exchange exchange, Doc body, String place) {
        for (Property property : body.schema().properties()) {
            Object value = body.get(property.name());
            String field = place.isEmpty() ? property.name() : place + "." + property.name();
            if (value instanceof Doc below) {
                hashPasswords(exchange, below, field);
            } else if (value instanceof String password && property.schema().hasFormat("password")) {
                exchange.hashes.put(field, scope.passwords().hash(password));
            }
        }
    }
}
