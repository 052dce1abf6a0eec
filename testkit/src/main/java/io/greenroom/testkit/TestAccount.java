package io.greenroom.testkit;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.AccountOpened;
import io.greenroom.kernel.Accounts;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An account of a test, with the apps and tokens that the test has requested. Tokens come from the authorization
 * server, over HTTP.
 */
final class TestAccount {
    private static final String REDIRECT = "http://127.0.0.1/app";

    private final RunningServer server;
    private final String id;
    private final String ownerId;
    private final Map<String, String> tokens = new HashMap<>();

    private TestAccount(RunningServer server, String id, String ownerId) {
        this.server = server;
        this.id = id;
        this.ownerId = ownerId;
    }

    /** Opens an account with all features; its owner's address is {@code owner@<name>.example}. */
    static TestAccount open(RunningServer server, String name) {
        Installation installation = server.installation();
        String id = installation.scope().ids().next();
        String ownerId = installation.scope().ids().next();
        AccountOpened.Owner owner =
                new AccountOpened.Owner(ownerId, "owner@" + name + ".example", "Olivia", "Owner", Optional.empty());
        List<String> features = List.copyOf(server.contract().features().keySet());
        Accounts.Opening opening =
                new Accounts.Opening(id, name, "enterprise", features, List.of(name + ".example"), owner);
        installation.store().write(id, unit -> installation.accounts().open(unit, opening));
        return new TestAccount(server, id, ownerId);
    }

    /** An existing account. */
    static TestAccount known(RunningServer server, Doc row) {
        return new TestAccount(server, row.id(), row.text("owner_id"));
    }

    String id() {
        return id;
    }

    String ownerId() {
        return ownerId;
    }

    /** A server-to-server token with every scope of the contract. */
    String token() {
        return tokenWith(String.join(" ", server.contract().scopes()));
    }

    /** A server-to-server token with these scopes. */
    String tokenWith(String scopes) {
        return tokens.computeIfAbsent("server " + scopes, key -> {
            Credentials app = app(CallerKind.SERVER, scopes);
            return post(app, "grant_type=account_credentials&account_id=" + encoded(id));
        });
    }

    /** A token of an app with these scopes that the user has approved. */
    String tokenOf(CallerKind kind, String userId, String scopes) {
        return tokens.computeIfAbsent(kind + userId + scopes, key -> {
            Credentials app = app(kind, scopes);
            String code = approve(app, userId);
            return post(app, "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(REDIRECT));
        });
    }

    /** A chatbot's token. */
    String chatbotToken() {
        return tokens.computeIfAbsent(
                "chatbot", key -> post(app(CallerKind.CHATBOT, "imchat:bot"), "grant_type=client_credentials"));
    }

    /** Discards the tokens; later requests get new ones. */
    void forgetTokens() {
        tokens.clear();
    }

    private Credentials app(CallerKind kind, String scopes) {
        Installation installation = server.installation();
        Credentials credentials = installation.apps().draw();
        installation.store().write(id, unit -> {
            Doc draft = unit.blank(KernelTables.APPS)
                    .put("name", "Test")
                    .put("kind", kind.name().toLowerCase(Locale.ROOT))
                    .put("owner_id", ownerId)
                    .put("redirect_uris", List.of(REDIRECT))
                    .put("scopes", List.of(scopes.split(" ")));
            return installation.apps().create(unit, draft, credentials);
        });
        return credentials;
    }

    private String approve(Credentials app, String userId) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(
                URI.create(server.origin() + "/oauth/authorize?response_type=code&client_id=" + encoded(app.clientId())
                        + "&redirect_uri=" + encoded(REDIRECT) + "&greenroom_user=" + encoded(userId))));
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("No approval: " + response.statusCode() + " " + response.body()));
        return location.replaceFirst(".*[?&]code=([^&]*).*", "$1");
    }

    private String post(Credentials app, String form) {
        String basic = app.clientId() + ":" + app.clientSecret();
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(server.origin() + "/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(form)));
        if (response.statusCode() != 200) {
            throw new AssertionError("No token: " + response.statusCode() + " " + response.body());
        }
        return Json.read(Schema.anyObject(), response.body()).text("access_token");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return server.http().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The authorization server gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
