package io.greenroom.kernel;

import io.greenroom.contract.Failure;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.RangeLimits;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.doc.Refusal.FieldFault;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.kernel.events.Envelopes;
import io.greenroom.kernel.http.body.FormParts;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of one operation: the request's input and the unit that it runs in. A handler may run more than once for a
 * request, each time with a new call, so it must change nothing but the store.
 */
public final class Call {
    private static final int AT_ONCE = 500;

    private final CallScope scope;
    private final Operation operation;
    private final Input input;
    private final Transaction store;
    private final Object prepared;
    private final Map<String, Doc> named = new HashMap<>(0);

    /**
     * The input of a request, read and validated.
     *
     * @param caller of the request
     * @param account the account's row
     * @param path the path's values, {@code me} resolved
     * @param query the query's values by the contract, defaults filled
     * @param body the body's values by the contract; empty when there is none
     * @param hashes the hashes of the body's passwords by dotted field
     * @param form the parts of a multipart body
     * @param page the requested page of a list
     * @param origin the prefix of this server's URLs
     */
    public record Input(
            Caller caller,
            Doc account,
            Map<String, String> path,
            Doc query,
            Doc body,
            Map<String, String> hashes,
            Optional<FormParts> form,
            PageRequest page,
            String origin) {

        /** The input of a call without a request, such as those that create the demo account. */
        public static Input of(Caller caller, Doc account, Map<String, String> path, Doc body, String origin) {
            return InternalCalls.input(caller, account, path, body, origin);
        }

        private Input in(Doc other) {
            return new Input(caller, other, path, query, body, hashes, form, page, origin);
        }
    }

    /**
     * Creates a call.
     *
     * @param prepared the result of the preparation; {@link Bindings#DONE} when there was none
     */
    public Call(CallScope scope, Operation operation, Input input, Transaction store, Object prepared) {
        this.scope = scope;
        this.operation = operation;
        this.input = input;
        this.store = store;
        this.prepared = prepared;
    }

    public Operation operation() {
        return operation;
    }

    public Caller caller() {
        return input.caller();
    }

    /** Whether the caller may access only their own resources. */
    public boolean ownOnly() {
        return input.caller().ownOnly(operation);
    }

    /** The account's row. */
    public Doc account() {
        return input.account();
    }

    /** Whether the account has a feature. */
    public boolean has(String feature) {
        return AccountFeatures.has(input.account(), feature);
    }

    /** A value of the path. */
    public String path(String name) {
        Doc document = named.get(name);
        String value = document == null ? input.path().get(name) : document.id();
        if (value == null) {
            throw new ContractViolation(operation.id() + " has no path value " + name);
        }
        return value;
    }

    /** The document that a path value names, if the road resolves its format. */
    public Doc named(String name) {
        Doc document = named.get(name);
        if (document == null) {
            throw new ContractViolation(operation.id() + " has no path value " + name + " that is resolved");
        }
        return document;
    }

    void resolve(Property parameter, Optional<Doc> document) {
        String format = String.valueOf(parameter.schema().limits().format());
        named.put(parameter.name(), document.orElseThrow(() -> refuse(Bindings.missing(format))));
    }

    /**
     * The range of dates that the request asks for, with the operation's defaults.
     *
     * @throws Refusal when it exceeds the operation's limits. The road has checked them already, unless the path names
     *     the account, whose clock decides.
     */
    public DateRange range() {
        RangeLimits limits =
                operation.range().orElseThrow(() -> new ContractViolation(operation.id() + " takes no range of dates"));
        return DateRange.of(limits, input.query(), now(), input.path());
    }

    /** The query's parameters. */
    public Doc query() {
        return input.query();
    }

    /** The request's body. */
    public Doc body() {
        return input.body();
    }

    /** The hash of a password in the body, computed before this unit began; the field is dotted. */
    public Optional<String> passwordHash(String field) {
        return Optional.ofNullable(input.hashes().get(field));
    }

    /** Hashes passwords; slow, so only for an operation's preparation. */
    public Passwords passwords() {
        return scope.passwords();
    }

    /** The result of the operation's preparation. */
    public <T> T prepared(Class<T> type) {
        if (!type.isInstance(prepared)) {
            throw new ContractViolation(operation.id() + " was not prepared with a " + type.getSimpleName());
        }
        return type.cast(prepared);
    }

    /** Takes over the file that the preparation has brought; returns its name among the media. */
    public String useMedia() {
        String name = prepared(NewMedia.class).name();
        store.as(Due.NO_ACCOUNT).cancel(Media.FORGET, name);
        return name;
    }

    /** A file of a multipart form. */
    public Optional<FormParts.FilePart> file(String field) {
        return input.form().flatMap(form -> form.file(field));
    }

    /** The requested page. */
    public PageRequest page() {
        return input.page();
    }

    /** The prefix of this server's URLs, for texts that contain one. */
    public String origin() {
        return input.origin();
    }

    /** The unit in which this call runs. */
    public Transaction store() {
        return store;
    }

    /** The account's time. */
    public Instant now() {
        return scope.clock().now(store.account());
    }

    /** The account's time to the second, the precision of documents. */
    public Instant second() {
        return now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    public Ids ids() {
        return scope.ids();
    }

    /** Files beside the store, such as pictures. */
    public Media media() {
        return scope.media();
    }

    /** Removes a file after this unit has committed, even if the account is removed with it. */
    public void forgetMedia(String name) {
        store.schedule(new Due(Due.NO_ACCOUNT, Media.FORGET, name, scope.clock().now()));
    }

    /** Removes the files that the documents of a table name in a field, when an account is removed. */
    public void forgetMedia(Table table, String field) {
        Query.Slice some;
        Query.Start start = Query.Start.FIRST;
        do {
            some = store.in(table).page(start, AT_ONCE);
            some.documents().forEach(named -> named.optionalText(field).ifPresent(this::forgetMedia));
            start = Query.Start.after(some.last());
        } while (some.more());
    }

    /**
     * Schedules work at a time of the account's clock for the listener of {@link Bindings#due}; replaces the subject's
     * former due time.
     *
     * @param kind of the listener
     * @param id of the subject
     */
    public void later(String kind, String id, Instant at) {
        store.schedule(new Due(store.account(), kind, id, at));
    }

    /** Cancels what {@link #later} scheduled for a subject, if anything. */
    public void cancel(String kind, String id) {
        store.cancel(kind, id);
    }

    /** The id for a value of a format that a group has registered as a subject: {@code user}, {@code group}. */
    public Optional<String> identify(String format, String value) {
        return scope.bindings().identify(format, store, value);
    }

    /** The implementation of an interface that this group has declared by {@link Bindings#asks}. */
    public <Q> Q ask(Class<Q> question) {
        return scope.bindings().ask(question);
    }

    /** The settings of the installation that groups read. */
    public Options options() {
        return scope.bindings().answer(Options.class).orElse(Options.NONE);
    }

    /** Signs texts that clients send back later. */
    public Signer signer() {
        return scope.signer();
    }

    /** A new document for a table. */
    public Doc blank(Table table) {
        return store.blank(table);
    }

    /** A new document of a named schema, for responses that are not stored. */
    public Doc blank(String schema) {
        return new Doc(scope.contract().schema(schema));
    }

    /**
     * Applies the settings that a new document inherits by the contract: the host's effective settings fill the fields
     * without a value. A locked setting silently replaces the request's value, as the vendor does.
     */
    public Doc inherit(Doc draft, String hostId) {
        new Inheritance(scope.bindings().hostSettings(this, hostId)).fill(draft);
        return draft;
    }

    /** The fields of a document that a named schema has, for responses and events. */
    public Doc as(String schema, Doc document) {
        return document.as(scope.contract().schema(schema));
    }

    /**
     * The document of a table with a key.
     *
     * @param failure the general name of the failure when there is none
     * @param pairs names of placeholders, each followed by its value
     */
    public Doc require(Table table, String key, String failure, Object... pairs) {
        return store.find(table, key).orElseThrow(() -> refuse(failure, pairs));
    }

    /**
     * A refusal to throw. Its placeholders are filled from the path, the body's texts and these pairs.
     *
     * @param failure the general name of a failure; the operation declares it, or the variant of it that is answered
     * @param pairs names of placeholders, each followed by its value
     */
    public Refusal refuse(String failure, Object... pairs) {
        Failure declared = declared(failure)
                .orElseThrow(() -> new ContractViolation(operation.id() + " does not declare " + failure));
        Map<String, String> values = new HashMap<>();
        input.body()
                .names()
                .forEach(name -> values.put(name, String.valueOf(input.body().get(name))));
        values.putAll(input.path());
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1].toString());
        }
        return new Refusal(declared, values);
    }

    /**
     * The refusal of a value that only the handler can check, in the same form as those of the contract's checks.
     *
     * @param field dotted, such as {@code settings.alternative_hosts}
     */
    public Refusal invalid(String field) {
        String name = field.substring(field.lastIndexOf('.') + 1);
        FieldFault fault = new FieldFault(field, "Invalid parameter: " + name + ".", "");
        return new Refusal(scope.contract().failure("validation"), Map.of(), List.of(fault), Map.of());
    }

    /** Whether the operation declares a failure by its general name, for checks that only some operations make. */
    public boolean declares(String failure) {
        return declared(failure).isPresent();
    }

    private Optional<Failure> declared(String general) {
        Failure failure = scope.contract().failure(general);
        if (failure.variantOf().isPresent()) {
            throw new ContractViolation(general + " is a variant; refuse with " + failure.general());
        }
        return operation.failure(general).or(() -> Optional.of(failure).filter(Failure::everywhere));
    }

    /** Announces an event of this operation; subscribers receive it after the commit. */
    public void announce(String event, Doc object) {
        announce(event, Announcement.of(object));
    }

    /** Announces an event of this operation with more fields than its object. */
    public void announce(String event, Announcement what) {
        announceIn(store, event, what);
    }

    /** Announces an event of this operation in another account that this call changes. */
    public void announceIn(Transaction other, String event, Announcement what) {
        if (!operation.events().contains(event)) {
            throw new ContractViolation(operation.id() + " does not list the event " + event);
        }
        Optional<Envelopes.Operator> operator = Optional.of(input.caller().userId())
                .filter(userId -> !userId.isEmpty())
                .map(userId -> new Envelopes.Operator(userId, operator().orElse(userId)));
        Envelopes.Source source = new Envelopes.Source(other.account(), operator, now(), input.origin());
        other.announce(Envelopes.event(scope.contract().event(event), source, what));
    }

    /** The display name of the caller's user, such as an e-mail address. */
    public Optional<String> operator() {
        Caller caller = input.caller();
        return scope.bindings().describe("user", store.as(caller.home()), caller.userId());
    }

    /**
     * The same call in another account that the caller can access: with that account's row, unit and time. The caller
     * does not change.
     */
    public Call in(Doc other) {
        scope.clock().follow(other);
        Call there = new Call(scope, operation, input.in(other), store.as(other.id()), prepared);
        there.named.putAll(named);
        return there;
    }

    /** Creates another account, in this unit. */
    public Doc open(Accounts.Opening opening) {
        return new Accounts(scope).open(store.as(opening.id()), opening);
    }

    /** Publishes a fact to its listeners, immediately and in this unit. */
    public void publish(Fact fact) {
        scope.bindings().facts().publish(this, fact);
    }
}
