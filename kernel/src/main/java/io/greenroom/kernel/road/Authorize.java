package io.greenroom.kernel.road;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.store.Store;
import java.util.List;

/**
 * Step 4, authorize: checks that this kind of app may call the operation, that the token has one of its scopes, that
 * the user's role permits it, and that the caller may access the user in the path. {@code me} becomes the id of the
 * caller's user or account here.
 */
final class Authorize implements Step {
    private final Store store;
    private final Bindings bindings;
    private final Rights rights;

    Authorize(Store store, Bindings bindings) {
        this.store = store;
        this.bindings = bindings;
        this.rights = new Rights(store, bindings);
    }

    @Override
    public void take(Exchange exchange) {
        Operation operation = exchange.endpoint().operation();
        Caller caller = exchange.caller();
        if (!operation.callers().contains(caller.kind())) {
            throw exchange.refuse(caller.kind() == CallerKind.CHATBOT ? "token-unsupported" : "endpoint-unknown");
        }
        List<String> scopes = exchange.accountPrefix()
                .map(accountPrefix -> accountPrefix.scopes(operation))
                .orElse(operation.scopes());
        if (!caller.holdsAny(scopes)) {
            String failure = exchange.accountPrefix().isPresent()
                    ? "scope-missing"
                    : operation.unscoped().map(Failure::name).orElse("scope-missing");
            throw exchange.refuse(failure, "scopes", String.join(", ", scopes));
        }
        for (Property property : operation.path()) {
            if (property.schema().hasFormat("account")) {
                resolveAccount(exchange, property.name());
            }
        }
        rights.narrow(exchange);
        for (Property property : operation.path()) {
            if (property.schema().hasFormat("user")) {
                resolveUser(exchange, property.name());
            }
        }
    }

    private static void resolveAccount(Exchange exchange, String name) {
        if ("me".equals(exchange.path.get(name))) {
            exchange.path.put(
                    name,
                    exchange.accountPrefix().isPresent()
                            ? exchange.within
                            : exchange.caller().home());
        }
    }

    private void resolveUser(Exchange exchange, String name) {
        Caller caller = exchange.caller();
        String value = exchange.path.getOrDefault(name, "");
        if (value.equals("me")) {
            exchange.path.put(name, caller.userId());
        } else if (exchange.accountPrefix().isEmpty()
                && !value.equals(caller.userId())
                && caller.ownOnly(exchange.endpoint().operation())
                && !isCaller(caller, value)) {
            throw exchange.refuse(Rights.refusal(exchange.operation()));
        }
    }

    /** Whether the value names the caller's user in another form, such as by e-mail address. */
    private boolean isCaller(Caller caller, String value) {
        return store.read(caller.account(), unit -> bindings.identify("user", unit, value))
                .filter(caller.userId()::equals)
                .isPresent();
    }
}
