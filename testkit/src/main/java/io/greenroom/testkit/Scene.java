package io.greenroom.testkit;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Schema;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Options;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.jobs.DueTimes;
import io.greenroom.kernel.jobs.Pace;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A running Greenroom with one account, for one test: all features enabled, an owner, a server-to-server app with all
 * scopes, a frozen clock. All requests are sent over HTTP.
 */
public final class Scene implements AutoCloseable {
    /** Read once for all scenes of a run. */
    private static final Contract CONTRACT = PackedContract.bundled();

    private static final int MOST_EVENTS = 10_000;

    private final RunningServer server;
    private final TestAccount account;

    private Scene(RunningServer server, TestAccount account) {
        this.server = server;
        this.account = account;
    }

    static Scene open(Ledger ledger, SceneStores stores, Options options) {
        RunningServer server = RunningServer.start(CONTRACT, ledger, stores, options);
        return new Scene(server, TestAccount.open(server, "first"));
    }

    /** A scene of the same server with another, new account. */
    public Scene elsewhere() {
        return elsewhere("second");
    }

    /**
     * A scene of the same server with a new account, for tests that need several; the owner's address is {@code
     * owner@<name>.example}.
     */
    public Scene elsewhere(String name) {
        return new Scene(server, TestAccount.open(server, name));
    }

    /** A scene of the same server with an account that the test has created. */
    public Scene within(String accountId) {
        Doc row = installation().store().read(accountId, unit -> unit.find(KernelTables.ACCOUNTS, accountId)
                .orElseThrow());
        return new Scene(server, TestAccount.known(server, row));
    }

    public Contract contract() {
        return server.contract();
    }

    /** The server's origin, without a trailing slash. */
    public String origin() {
        return server.origin();
    }

    public HttpClient http() {
        return server.http();
    }

    public Installation installation() {
        return server.installation();
    }

    /** The id of the scene's account. */
    public String account() {
        return account.id();
    }

    /** The id of the account's owner. */
    public String owner() {
        return account.ownerId();
    }

    /** Creates a request of the server-to-server app; values fill the path's parameters in order. */
    public Ask ask(String operationId, Object... pathValues) {
        return Ask.operation(this, operation(operationId), account.token(), pathValues);
    }

    /** Creates a raw request of the server-to-server app, to a path below {@code /v2}. */
    public Ask send(String method, String path) {
        return Ask.anything(this, method, path, account.token());
    }

    /** The token of the server-to-server app, which has all scopes. */
    public String token() {
        return account.token();
    }

    /** The token of a server-to-server app that has only these scopes. */
    String tokenWith(String scopes) {
        return account.tokenWith(scopes);
    }

    /** Creates a request of a user who has installed an app with these scopes for their own use. */
    public Ask askAs(String userId, String scopes, String operationId, Object... pathValues) {
        return Ask.operation(
                this, operation(operationId), account.tokenOf(CallerKind.USER, userId, scopes), pathValues);
    }

    /** Creates a request of an administrator who has installed an app with these scopes for the account. */
    public Ask askAsAdmin(String userId, String scopes, String operationId, Object... pathValues) {
        return Ask.operation(
                this, operation(operationId), account.tokenOf(CallerKind.ACCOUNT, userId, scopes), pathValues);
    }

    /** Creates a request of a server-to-server app that has only these scopes. */
    public Ask askWith(String scopes, String operationId, Object... pathValues) {
        return Ask.operation(this, operation(operationId), account.tokenWith(scopes), pathValues);
    }

    /** Creates a request of a chatbot. */
    public Ask askAsChatbot(String operationId, Object... pathValues) {
        return Ask.operation(this, operation(operationId), account.chatbotToken(), pathValues);
    }

    /** Creates a request to the control API in the scene's account; values fill the path's other parameters. */
    public Ask control(String operationId, Object... pathValues) {
        return Ask.control(this, server.contract().controlApi().operation(operationId), pathValues);
    }

    /** Whether a group binds the operation; if none does, it answers {@code not-built}. */
    public boolean isBuilt(Operation operation) {
        return installation().scope().bindings().handler(operation).isPresent();
    }

    private Operation operation(String id) {
        return server.contract().operation(id);
    }

    /** Creates an active user through the API. */
    public Doc user(String email) {
        String name = email.substring(0, email.indexOf('@'));
        Doc created = ask("userCreate")
                .body(
                        """
                        {"action": "custCreate", "user_info": {"email": "%s", "type": 2,
                         "first_name": "%s", "last_name": "Test"}}"""
                                .formatted(email, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)))
                .announcing("user.created")
                .served()
                .json();
        return ask("user", created.id()).served().json();
    }

    /** Creates an invited, pending user through the API. */
    public Doc pendingUser(String email) {
        return ask("userCreate")
                .body("""
                        {"action": "create", "user_info": {"email": "%s", "type": 1}}"""
                        .formatted(email))
                .announcing("user.created")
                .served()
                .json();
    }

    /** Disables a feature of the account. */
    public void without(String feature) {
        change(row -> row.put(
                "features",
                row.texts("features").stream()
                        .filter(name -> !name.equals(feature))
                        .toList()));
    }

    /** Changes the account's row, as the operator of the installation could. */
    public void change(Function<Doc, Doc> change) {
        inside(unit -> unit.update(
                KernelTables.ACCOUNTS,
                change.apply(unit.find(KernelTables.ACCOUNTS, account())
                        .orElseThrow()
                        .copy())));
    }

    /** Runs a unit of the account, for changes that no request can make. */
    public <T> T inside(Function<Transaction, T> unit) {
        return installation().store().write(account(), unit);
    }

    /** Runs code with a call of the control API. */
    public <T> T internally(Function<Call, T> work) {
        return inside(unit -> work.apply(installation()
                .scope()
                .internal(unit, unit.find(KernelTables.ACCOUNTS, account()).orElseThrow(), EventOrigin.CONTROL)));
    }

    /** Advances the account's clock and runs the work that falls due. Later requests get new tokens. */
    public void advance(Duration by) {
        account.forgetTokens();
        DueTimes dueTimes = installation().dueTimes();
        Instant target = installation().scope().clock().now(account()).plus(by);
        if (!dueTimes.move(account(), target, Pace.FROZEN).arrived()) {
            throw new IllegalStateException("More falls due by " + target + " than one move does");
        }
        dueTimes.fireAll();
    }

    /** The events announced in the account after a sequence number. */
    List<Reply.Heard> eventsSince(long sequence) {
        return installation().store().queues().events(account(), sequence, MOST_EVENTS).stream()
                .map(event -> new Reply.Heard(event.name(), Json.read(Schema.anyObject(), event.body())))
                .toList();
    }

    /** All events announced in the account. */
    public List<Reply.Heard> events() {
        return eventsSince(0);
    }

    long lastEvent() {
        return installation().store().queues().lastSequence(account());
    }

    @Override
    public void close() {
        server.close();
    }
}
