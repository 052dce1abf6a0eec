package io.greenroom.kernel.pages;

import io.greenroom.contract.Body;
import io.greenroom.contract.CallerKind;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.PageRequest;
import io.greenroom.kernel.PlaceScope;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.http.QueryString;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.road.values.Faults;
import io.greenroom.kernel.road.values.Validator;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One request for a page, by a person who need not be signed in. Used by the request's thread. */
public final class Visit {
    private final PlaceScope scope;
    private final Request request;
    private final Map<String, String> path;
    private final QueryString query;
    private final QueryString form;

    Visit(PlaceScope scope, Request request, Map<String, String> path, QueryString query, QueryString form) {
        this.scope = scope;
        this.request = request;
        this.path = path;
        this.query = query;
        this.form = form;
    }

    /** Whether the request sends the page's form. */
    public boolean isPost() {
        return request.method().equals("POST");
    }

    /** The segment of the path that a name of the route stands for. */
    public String path(String name) {
        String segment = path.get(name);
        if (segment == null) {
            throw new ContractViolation("The page has no path value " + name);
        }
        return segment;
    }

    /** The first value of a field of the form, else of the query; an empty one counts as absent. */
    public Optional<String> parameter(String name) {
        return form.first(name).or(() -> query.first(name)).filter(value -> !value.isEmpty());
    }

    /** All values of a field of the form. */
    public List<String> fields(String name) {
        return form.all(name);
    }

    /** The names of the form's fields. */
    public Set<String> fieldNames() {
        return form.names();
    }

    /** The prefix of this server's URLs. */
    public String origin() {
        return scope.calls().origins().of(request);
    }

    /** Where the request comes from, as an address without a port. */
    public String address() {
        return request.remoteAddress();
    }

    /** The text that this server has sealed for a purpose; empty if the seal is not valid. */
    public Optional<String> opened(String purpose, String sealed) {
        return scope.calls().signer().open(purpose, sealed);
    }

    /**
     * The account that has a document.
     *
     * @param search queries all accounts ({@link Transaction#across})
     */
    public Optional<String> account(Function<Transaction, Query> search) {
        return scope.store().read(Due.NO_ACCOUNT, unit -> search.apply(unit).accounts().stream()
                .findFirst());
    }

    /** Reads in an account; empty if the account does not exist any more. */
    public <T> Optional<T> read(String account, Function<Call, T> work) {
        return scope.store().read(account, unit -> inside(unit, work));
    }

    /** Runs a unit that changes an account; empty if the account does not exist any more. */
    public <T> Optional<T> write(String account, Function<Call, T> work) {
        Optional<T> result = scope.store().write(account, unit -> inside(unit, work));
        scope.committed().run();
        return result;
    }

    private <T> Optional<T> inside(Transaction unit, Function<Call, T> work) {
        return row(unit).map(row -> work.apply(scope.calls().internal(unit, row, EventOrigin.OPERATION)));
    }

    private Optional<Doc> row(Transaction unit) {
        Optional<Doc> row = unit.find(KernelTables.ACCOUNTS, unit.account());
        row.ifPresent(scope.calls().clock()::follow);
        return row;
    }

    /**
     * Runs an operation of the public API in an account, in a unit of its own: with the checks of its body and the
     * refusals that its callers get, but without authorization, limits and quotas.
     *
     * @param values of the operation's path
     * @param query the query's parameters as texts; defaults are filled
     * @param body as a client would send it
     * @return what the operation's handler returns; empty if the account does not exist any more
     * @throws Refusal when the body is invalid or the handler refuses
     */
    public Optional<Object> run(
            String account, String operationId, Map<String, String> values, Map<String, String> query, Doc body) {
        Operation operation = scope.calls().contract().operation(operationId);
        Function<Call, Object> handler = scope.calls()
                .bindings()
                .handler(operation)
                .orElseThrow(() -> new ContractViolation(operationId + " is not bound"));
        Doc parameters = new Doc(Schema.anyObject());
        query.forEach(parameters::put);
        Faults faults = new Faults();
        Doc checkedQuery = check(operation, Schema.object(operation.query()), parameters, faults);
        Schema promised = operation.body().map(Body::schema).orElseGet(() -> Schema.object(List.of()));
        Doc checkedBody = check(operation, promised, body, faults);
        if (!faults.all().isEmpty()) {
            throw new Refusal(scope.calls().contract().failure("validation"), values, faults.all(), Map.of());
        }
        Optional<Object> result = scope.store().write(account, unit -> row(unit).map(row -> {
            Call.Input input = input(row, values, checkedQuery, checkedBody);
            return handler.apply(scope.calls().call(operation, input, unit, Bindings.DONE));
        }));
        scope.committed().run();
        return result;
    }

    private Doc check(Operation operation, Schema schema, Doc sent, Faults faults) {
        String fault = scope.calls().contract().fault(operation);
        return new Validator(false, true, null, faults, fault)
                .object(schema, sent, "")
                .freeze();
    }

    /** The input of a person who is not signed in. */
    private Call.Input input(Doc account, Map<String, String> values, Doc query, Doc body) {
        return new Call.Input(
                new Caller(account.id(), "", "", CallerKind.SERVER, Set.of()),
                account,
                values,
                query,
                body,
                Map.of(),
                Optional.empty(),
                new PageRequest(1, 1, Cursor.START),
                origin());
    }
}
