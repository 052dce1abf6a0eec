package io.greenroom.kernel.toy;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.AccountOpened;
import io.greenroom.kernel.Accounts;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Transaction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An account of the library, with the apps and tokens that a test asks for. */
public final class Branch {
    private static final String REDIRECT = "http://127.0.0.1/app";
    private static final int ALL = 10_000;

    private final Toy toy;
    private final String name;
    private final String id;
    private final String ownerId;
    private final Map<String, String> tokens = new HashMap<>();

    private Branch(Toy toy, String name, String id, String ownerId) {
        this.toy = toy;
        this.name = name;
        this.id = id;
        this.ownerId = ownerId;
    }

    static Branch open(Toy toy, String name, String plan, List<String> features) {
        Installation installation = toy.installation();
        String id = installation.scope().ids().next();
        String ownerId = installation.scope().ids().next();
        AccountOpened.Owner owner =
                new AccountOpened.Owner(ownerId, "owner@" + name + ".example", "Olivia", "Owner", Optional.empty());
        Accounts.Opening opening = new Accounts.Opening(id, name, plan, features, List.of(), owner);
        installation.store().write(id, unit -> installation.accounts().open(unit, opening));
        return new Branch(toy, name, id, ownerId);
    }

    public String id() {
        return id;
    }

    public String ownerId() {
        return ownerId;
    }

    /** The e-mail address of the reader with that name here. */
    public String email(String person) {
        return person + "@" + name + ".example";
    }

    /** A request of a server-to-server app with all scopes. */
    public Question ask(String method, String path) {
        return new Question(toy, method, path).token(token());
    }

    /** A reader, added through the API. */
    public Doc reader(String person) {
        Reply added = ask("POST", "/readers")
                .json("""
                        {"email": "%s", "name": "%s", "card": "A1234"}"""
                        .formatted(email(person), person))
                .send();
        if (added.status() != 201) {
            throw new AssertionError("No reader " + person + ": " + added.text());
        }
        return added.json();
    }

    /** Inserts readers called {@code r1}, {@code r2} ... directly into the store. */
    public void readers(int count) {
        inside(unit -> {
            for (int i = 1; i <= count; i++) {
                unit.insert(
                        ReadersGroup.READERS,
                        unit.blank(ReadersGroup.READERS)
                                .put("id", toy.installation().scope().ids().next())
                                .put("email", email("r" + i))
                                .put("name", "r" + i)
                                .put("status", "active"));
            }
            return count;
        });
    }

    /** The token of a server-to-server app with all scopes. */
    public String token() {
        return serverToken("reader:read:admin reader:write:admin");
    }

    /** The token of a server-to-server app. */
    public String serverToken(String scopes) {
        return tokens.computeIfAbsent("server " + scopes, key -> {
            Credentials app = app(CallerKind.SERVER, scopes);
            return exchange(app, "grant_type=account_credentials&account_id=" + id);
        });
    }

    /** The token of an app that a reader has installed, for themself or for the account. */
    public String token(CallerKind kind, String readerId, String scopes) {
        return tokens.computeIfAbsent(kind + readerId + scopes, key -> {
            Credentials app = app(kind, scopes);
            Reply approved = new Question(toy, "GET", "")
                    .at("/oauth/authorize?response_type=code&client_id=" + encoded(app.clientId()) + "&redirect_uri="
                            + encoded(REDIRECT) + "&greenroom_user=" + encoded(readerId))
                    .send();
            String code = approved.header("Location").replaceFirst(".*[?&]code=([^&]*).*", "$1");
            return exchange(app, "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(REDIRECT));
        });
    }

    /** The token of a chatbot. */
    public String chatbotToken() {
        return exchange(app(CallerKind.CHATBOT, "imchat:bot"), "grant_type=client_credentials");
    }

    /** An app of this account. */
    public Credentials app(CallerKind kind, String scopes) {
        Installation installation = toy.installation();
        Credentials credentials = installation.apps().draw();
        inside(unit -> {
            Doc draft = unit.blank(KernelTables.APPS)
                    .put("name", "Catalogue")
                    .put("kind", kind.name().toLowerCase(Locale.ROOT))
                    .put("owner_id", ownerId)
                    .put("redirect_uris", List.of(REDIRECT))
                    .put("scopes", List.of(scopes.split(" ")));
            return installation.apps().create(unit, draft, credentials);
        });
        return credentials;
    }

    /** What the authorization server gives an app for a form. */
    public String exchange(Credentials app, String form) {
        String basic = app.clientId() + ":" + app.clientSecret();
        Reply reply = new Question(toy, "POST", "")
                .at("/oauth/token")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .body("application/x-www-form-urlencoded", form)
                .send();
        if (reply.status() != 200) {
            throw new AssertionError("No token: " + reply.text());
        }
        return reply.json().text("access_token");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Runs code in a unit of the account. */
    public <T> T inside(Function<Transaction, T> unit) {
        return toy.installation().store().write(id, unit);
    }

    /** Changes the account's row. */
    public void change(UnaryOperator<Doc> change) {
        inside(unit -> unit.update(
                KernelTables.ACCOUNTS,
                change.apply(unit.find(KernelTables.ACCOUNTS, id).orElseThrow().copy())));
    }

    /** The names of the events that were announced here, oldest first. */
    public List<String> events() {
        return outbox().stream().map(OutboxEvent::name).toList();
    }

    /** The last event's message to its subscribers. */
    public Doc lastEvent() {
        return Json.read(Schema.anyObject(), outbox().getLast().body());
    }

    private List<OutboxEvent> outbox() {
        return toy.installation().store().queues().events(id, 0, ALL);
    }
}
