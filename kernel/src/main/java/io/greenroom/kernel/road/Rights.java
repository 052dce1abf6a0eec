package io.greenroom.kernel.road;

import io.greenroom.contract.AccountPrefix;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.store.Store;
import java.util.List;

/**
 * Limits a token's rights by the role of its user: an admin scope counts only if the role has the privilege that the
 * operation names. Without the privilege, users still have access to their own resources. Apps that act for the account
 * itself have no role, so no role is looked up.
 */
final class Rights {
    private final Store store;
    private final People people;

    Rights(Store store, Bindings bindings) {
        this.store = store;
        this.people = bindings.answer(People.class).orElse(People.NOBODY);
    }

    /** Drops admin scopes that the role does not grant; refuses if no scope remains. */
    void narrow(Exchange exchange) {
        Caller caller = exchange.caller();
        if (caller.actsByRole()) {
            exchange.below()
                    .ifPresentOrElse(
                            accountPrefix -> refuseBelow(exchange, accountPrefix),
                            () -> narrowAtHome(exchange, caller));
        }
    }

    private void narrowAtHome(Exchange exchange, Caller caller) {
        Operation operation = exchange.operation();
        operation
                .privilege()
                .filter(privilege -> !caller.ownOnly(operation) && !isHeld(caller, privilege.names()))
                .ifPresent(privilege -> exchange.caller = ordinary(exchange));
    }

    /**
     * Refuses access to a sub account unless the role has the privileges for it: no resource there is the caller's own.
     */
    private void refuseBelow(Exchange exchange, AccountPrefix accountPrefix) {
        Caller caller = exchange.caller();
        Operation operation = exchange.operation();
        List<String> reach = accountPrefix.privileges(operation);
        List<String> own = operation.privilege().map(Operation.Privilege::names).orElse(List.of());
        boolean permitted = reach.isEmpty()
                || (isHeld(caller, reach) && (own.isEmpty() || isHeld(caller, own) || ownsBelow(caller)));
        if (!permitted) {
            throw exchange.refuse(refusal(operation));
        }
    }

    /** The failure for callers who may access only their own resources. */
    static String refusal(Operation operation) {
        return operation
                .privilege()
                .map(privilege -> privilege.failure().name())
                .orElse("no-permission");
    }

    private boolean isHeld(Caller caller, List<String> privileges) {
        return store.read(caller.home(), unit -> people.permits(unit, caller.userId(), privileges));
    }

    private boolean ownsBelow(Caller caller) {
        return store.read(caller.home(), unit -> people.ownsBelow(unit, caller.userId()));
    }

    /**
     * The caller without admin scopes. Users may still read their own resource by an operation that has only admin
     * scopes.
     */
    private static Caller ordinary(Exchange exchange) {
        Operation operation = exchange.operation();
        Caller ordinary = exchange.caller().ordinary();
        boolean ofOneself = operation.readsOnly()
                && operation.path().stream()
                        .anyMatch(property -> property.schema().hasFormat("user"));
        if (!ordinary.holdsAny(operation.scopes()) && !ofOneself) {
            throw exchange.refuse(refusal(operation));
        }
        return ordinary;
    }
}
