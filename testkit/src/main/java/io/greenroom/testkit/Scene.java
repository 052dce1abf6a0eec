package io.greenroom.testkit;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Schema;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A running Greenroom with one account, for one test: all features on, an owner, a server-to-server app with all
 * scopes, a clock that stands still. Whatever is asked goes over HTTP.
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

    static Scene open(Ledger ledger, SceneStores stores) {
        RunningServer server = RunningServer.start(CONTRACT, ledger, stores);
        return new Scene(server, TestAccount.open(server, "first"));
    }

    /** The same server, seen from another account that has just been opened. */
    public Scene elsewhere() {
        return elsewhere("second");
    }

    /** The same, for a test that needs more accounts: the owner's address is {@code owner@<name>.example}. */
    public Scene elsewhere(String name) {
        return new Scene(server, TestAccount.open(server, name));
    }

    /** The same server, seen from an account that the test has had opened. */
    public Scene within(String accountId) {
        Doc row = installation().store().read(accountId, unit -> unit.find(KernelTables.ACCOUNTS, accountId)
                .orElseThrow());
        return new Scene(server, TestAccount.known(server, row));
    }

    public Contract contract() {
        return server.contract();
    }

    /** Where the server is, without a trailing slash. */
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

    /** Asks as the server-to-server app; values fill the path's parameters in order. */
    public Ask ask(String operationId, Object... pathValues) {
        return Ask.operation(this, operation(operationId), account.token(), pathValues);
    }

    /** Sends a request as it is, to a path below {@code /v2}, as the server-to-server app. */
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

    /** Asks as a user who has installed an app with these scopes for themself. */
    public Ask askAs(String userId, String scopes, String operationId, Object... pathValues) {
        return Ask.operation(
                this, operation(operationId), account.tokenOf(CallerKind.USER, userId, scopes), pathValues);
    }

    /** Asks as an administrator who has installed an app with these scopes for the account. */
    public Ask askAsAdmin(String userId, String scopes, String operationId, Object... pathValues) {
        return Ask.operation(
                this, operation(operationId), account.tokenOf(CallerKind.ACCOUNT, userId, scopes), pathValues);
    }

    /** Asks as a server-to-server app that has only these scopes. */
    public Ask askWith(String scopes, String operationId, Object... pathValues) {
        return Ask.operation(this, operation(operationId), account.tokenWith(scopes), pathValues);
    }

    /** Asks as a chatbot. */
    public Ask askAsChatbot(String operationId, Object... pathValues) {
        return Ask.operation(this, operation(operationId), account.chatbotToken(), pathValues);
    }

    /** Asks an operation of the control API in the scene's account; values fill the path's parameters after it. */
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

    /** An active user, made through the API. */
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

    /** A user who was invited and has not accepted, made through the API. */
    public Doc pendingUser(String email) {
        return ask("userCreate")
                .body("""
                        {"action": "create", "user_info": {"email": "%s", "type": 1}}"""
                        .formatted(email))
                .announcing("user.created")
                .served()
                .json();
    }

    /** Switches a feature of the account off. */
    public void without(String feature) {
        change(row -> row.put(
                "features",
                row.texts("features").stream()
                        .filter(name -> !name.equals(feature))
                        .toList()));
    }

    /** Changes the account's row, as whoever runs the installation could. */
    public void change(Function<Doc, Doc> change) {
        inside(unit -> unit.update(
                KernelTables.ACCOUNTS,
                change.apply(unit.find(KernelTables.ACCOUNTS, account())
                        .orElseThrow()
                        .copy())));
    }

    /** Does something in a unit of the account, for what no request can do. */
    public <T> T inside(Function<Transaction, T> unit) {
        return installation().store().write(account(), unit);
    }

    /** Does something with a call of the control API. */
    public <T> T internally(Function<Call, T> work) {
        return inside(unit -> work.apply(installation()
                .scope()
                .internal(unit, unit.find(KernelTables.ACCOUNTS, account()).orElseThrow(), EventOrigin.CONTROL)));
    }

    /** Moves the account's clock forward, and does what falls due on the way. Whoever asks then has a new token. */
    public void advance(Duration by) {
        account.forgetTokens();
        installation()
                .dueTimes()
                .move(account(), installation().scope().clock().now(account()).plus(by), true);
        installation().dueTimes().fireAll();
    }

    /** What has been announced in the account since then. */
    List<Reply.Heard> eventsSince(long sequence) {
        return installation().store().queues().events(account(), sequence, MOST_EVENTS).stream()
                .map(event -> new Reply.Heard(event.name(), Json.read(Schema.anyObject(), event.body())))
                .toList();
    }

    /** All that has been announced in the account. */
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
