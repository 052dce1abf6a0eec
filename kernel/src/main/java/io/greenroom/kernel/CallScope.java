package io.greenroom.kernel;

import io.greenroom.contract.Contract;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/**
 * What all calls share.
 *
 * @param contract of the API
 * @param bindings of operations to handlers
 * @param clock the product's time
 * @param ids the source of new ids
 * @param media the files beside the store
 * @param signer signs texts that clients send back later
 * @param passwords hashes passwords
 * @param origins decides the prefix of this server's URLs
 */
public record CallScope(
        Contract contract,
        Bindings bindings,
        Clock clock,
        Ids ids,
        Media media,
        Signer signer,
        Passwords passwords,
        Origins origins) {

    /**
     * A call of an operation, with the documents that its path names.
     *
     * @throws io.greenroom.kernel.doc.Refusal when the path names something that does not exist, or a user whose
     *     invitation is pending if the operation refuses them
     */
    public Call call(Operation operation, Call.Input input, Transaction unit, Object prepared) {
        Call call = new Call(this, operation, input, unit, prepared);
        for (Property parameter : operation.path()) {
            bindings.resolver(parameter)
                    .ifPresent(resolver -> call.resolve(parameter, resolver.apply(call, call.path(parameter.name()))));
        }
        operation.pending().flatMap(Operation.Pending::failure).ifPresent(failure -> refusePending(call, failure));
        return call;
    }

    private void refusePending(Call call, Failure failure) {
        pendingUser(call).ifPresent(user -> {
            throw call.refuse(failure.general(), "userId", user);
        });
    }

    /** Whether a call succeeds without a change, because the invitation of the user in its path is pending. */
    public boolean isIgnored(Call call) {
        return call.operation().ignoresPending() && pendingUser(call).isPresent();
    }

    private Optional<String> pendingUser(Call call) {
        return call.operation().path().stream()
                .filter(parameter -> parameter.schema().hasFormat("user"))
                .map(parameter -> call.path(parameter.name()))
                .filter(user -> bindings.answer(PendingUsers.class)
                        .filter(users -> users.include(call.store(), user))
                        .isPresent())
                .findFirst();
    }

    /**
     * A call without a request, for creating an account, due jobs and the control API. It may announce the events of
     * its origin and can refuse nothing.
     */
    public Call internal(Transaction unit, Doc account, EventOrigin origin) {
        return new Call(
                this,
                bindings.internal(origin),
                InternalCalls.input(account, origins.withoutRequest()),
                unit,
                Bindings.DONE);
    }

    /** The same for the operations of the control API. */
    public CallScope controlApi() {
        return new CallScope(contract.controlApi(), bindings, clock, ids, media, signer, passwords, origins);
    }

    /** The same, but at an instant in one account, for what takes place there at another time than now. */
    public CallScope at(String account, Instant instant) {
        return new CallScope(
                contract, bindings, clock.standing(account, instant), ids, media, signer, passwords, origins);
    }

    /**
     * Runs an operation like a request, but in an open unit. Nothing is checked or logged.
     *
     * @return the handler's result; empty when the operation is not bound
     */
    public Optional<Object> run(String operationId, Transaction unit, Call.Input input) {
        Operation operation = contract.operation(operationId);
        return bindings.handler(operation).map(handler -> handler.apply(call(operation, input, unit, Bindings.DONE)));
    }
}
