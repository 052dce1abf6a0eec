package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.store.KernelTables.ACCOUNTS;
import static io.greenroom.kernel.store.KernelTables.APPS;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.Deauthorizations;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.Keys;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.auth.TokenAuthenticator;
import io.greenroom.kernel.auth.Tokens;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.faults.FaultRules;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.TrustedProxies;
import io.greenroom.kernel.http.server.SocketServer;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** An authorization server over a store of its own, behind a proxy on this machine, and a browser before it. */
public final class AuthScene implements AutoCloseable {
    static final Contract CONTRACT = PackedContract.bundled();
    public static final String ACME = "acme";
    static final String REDIRECT = "https://app.example.org/callback";

    public final TownPeople people = new TownPeople();
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2021-08-01T12:00:00Z"));
    public final Clock clock = new Clock(time::get);
    private final Apps apps = new Apps(Ids.seeded(7), new Grants());
    private final Function<StoreSetup, Store> opener;
    private OAuthSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    final Queue<CompletedOAuthRequest> seen = new ConcurrentLinkedQueue<>();
    Store store;
    public Keys keys;
    private HttpServer server;

    AuthScene(Function<StoreSetup, Store> opener, OAuthSettings settings) {
        this.opener = opener;
        this.settings = settings;
        this.store = openStore();
        this.keys = Keys.load(store);
        this.server = start();
        account(ACME);
    }

    private Store openStore() {
        return opener.apply(new StoreSetup(CONTRACT, KernelTables.all(), clock));
    }

    private HttpServer start() {
        return SocketServer.start(
                HttpServer.Limits.of("127.0.0.1", 0),
                TrustedProxies.of(List.of("127.0.0.1"))
                        .before(new OAuthHandler(
                                scope(), settings, new FaultRules(clock), request -> "http://here", seen::add)));
    }

    /** What the endpoints share. */
    public OAuthScope scope() {
        Deauthorizations deauthorizations = new Deauthorizations(CONTRACT, clock, keys.signer());
        return new OAuthScope(store, clock, Ids.seeded(1), keys, people, new Passwords(1000), deauthorizations);
    }

    /** Closes the server and its store, and opens them again. */
    public void restart() {
        close();
        store = openStore();
        keys = Keys.load(store);
        server = start();
    }

    /** Restarts with other settings. */
    void restart(OAuthSettings changed) {
        settings = changed;
        restart();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }

    public void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    /** Moves one account's clock, as the control API does: in the account's row. */
    public void moveClock(String account, Duration ahead) {
        inside(account, unit -> {
            Doc row = unit.find(ACCOUNTS, account).orElseThrow();
            return unit.update(ACCOUNTS, row.copy().put("clock_offset_millis", ahead.toMillis()));
        });
    }

    <T> T inside(String account, Function<Transaction, T> unit) {
        return store.write(account, unit);
    }

    public void account(String id) {
        store.write(id, unit -> unit.insert(ACCOUNTS, unit.blank(ACCOUNTS).put("id", id)));
    }

    /** A new app of Acme with the secret {@code secret}. */
    public TestApp app(CallerKind kind) {
        return app(ACME, kind);
    }

    public TestApp app(String account, CallerKind kind) {
        Apps.Credentials drawn = apps().draw();
        Doc app = store.write(account, unit -> apps().create(
                        unit,
                        unit.blank(APPS)
                                .put("name", "Calendar")
                                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                                .put("owner_id", "owner")
                                .put("redirect_uris", List.of(REDIRECT, "com.example.app:/back?x=1"))
                                .put("scopes", List.of("meeting:read", "user:read")),
                        new Apps.Credentials(drawn.clientId(), "secret")));
        return new TestApp(this, app);
    }

    public Apps apps() {
        return apps;
    }

    public TokenAuthenticator authenticator(boolean legacyJwt) {
        return new TokenAuthenticator(CONTRACT, store, clock, new Tokens(keys), legacyJwt);
    }

    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The answer to a GET of a path of this server. */
    Reply get(String pathAndQuery) {
        return send(request(pathAndQuery).GET());
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(origin() + pathAndQuery));
    }

    Reply send(HttpRequest.Builder request) {
        return send(http, request);
    }

    Reply sendFromAnotherBrowser(HttpRequest.Builder request) {
        try (HttpClient other = HttpClient.newHttpClient()) {
            return send(other, request);
        }
    }

    private static Reply send(HttpClient browser, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
