package io.greenroom.kernel.road;

import io.greenroom.contract.AccountPrefix;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.store.Store;
import java.util.List;

/**
 * What a person's role leaves of the rights that their token gives: an administrator's scope counts only with the
 * privilege that the operation names (behaviour.md 1.8, 1.9). Who lacks it keeps what everybody may do with their own
 * things. Apps that act for the account itself have no role, and nothing is looked up for them.
 */
final class Rights {
    private final Store store;
    private final People people;

    Rights(Store store, Bindings bindings) {
        this.store = store;
        this.people = bindings.answer(People.class).orElse(People.NOBODY);
    }

    /** Makes the caller an ordinary one where the role does not bear out more; refuses where nothing is left. */
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

    /** In an account below, nothing is one's own, and the role must reach down there. */
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

    /** What callers are told who go beyond their own things. */
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

    /** An operation that only administrators' scopes open can still be read of oneself. */
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
