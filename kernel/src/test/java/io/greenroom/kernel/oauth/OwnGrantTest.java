package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.store.KernelTables;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnGrantTest extends AuthTest {

    private Caller caller(Reply reply) {
        return scene.authenticator(false).identify(reply.text("access_token")).caller();
    }

    @Test
    void givesAServerAppAllItsScopesAndNoRefreshToken() {
        TestApp app = scene.app(CallerKind.SERVER);
        Reply reply = app.accountCredentials();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().names())
                .containsExactly("access_token", "token_type", "expires_in", "scope", "api_url");
        assertThat(reply.text("scope")).isEqualTo("meeting:read user:read");
        assertThat(caller(reply))
                .isEqualTo(new Caller(ACME, "owner", app.id(), CallerKind.SERVER, Set.of("meeting:read", "user:read")));
    }

    @Test
    void letsSeveralTokensOfAServerAppLive() {
        TestApp app = scene.app(CallerKind.SERVER);
        Reply one = app.accountCredentials();
        Reply other = app.accountCredentials();

        assertThat(caller(one)).isEqualTo(caller(other));
        assertThat(one.text("access_token")).isNotEqualTo(other.text("access_token"));
    }

    @Test
    void keepsOneGrantForAServerApp() {
        TestApp app = scene.app(CallerKind.SERVER);
        app.accountCredentials();
        app.accountCredentials();

        assertThat(scene.<Long>inside(ACME, unit -> unit.in(KernelTables.GRANTS).count()))
                .isEqualTo(1);
    }

    @Test
    void followsAServerAppsScopes() {
        TestApp app = scene.app(CallerKind.SERVER);
        app.accountCredentials();
        app.change(row -> row.put("scopes", List.of("user:write:admin")));

        assertThat(caller(app.accountCredentials()).scopes()).containsExactly("user:write:admin");
    }

    @Test
    void refusesAnotherAccount() {
        TestApp app = scene.app(CallerKind.SERVER);

        assertRefused(
                app.token("grant_type", "account_credentials", "account_id", "other"),
                400,
                "invalid_request",
                "Bad Request");
        assertRefused(
                app.token("grant_type", "account_credentials"),
                400,
                "invalid_request",
                "Missing required parameter account_id");
    }

    @Test
    void takesParametersFromTheQueryWithAnEmptyJsonBody() {
        TestApp app = scene.app(CallerKind.SERVER);
        Reply reply = scene.send(scene.request("/oauth/token?grant_type=account_credentials&account_id=" + ACME)
                .header("Content-Type", "application/json")
                .header("Authorization", TestApp.basic(app.id(), TestApp.SECRET))
                .POST(BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void givesAChatbotTheChatbotScope() {
        TestApp app = scene.app(CallerKind.CHATBOT);
        Reply reply = app.token("grant_type", "client_credentials");

        assertThat(reply.json().names()).doesNotContain("refresh_token");
        assertThat(reply.text("scope")).isEqualTo("imchat:bot");
        assertThat(caller(reply).kind()).isEqualTo(CallerKind.CHATBOT);
    }

    @Test
    void leavesTheChatbotItsOwnGrantWhenItsOwnerApproves() {
        TestApp app = scene.app(CallerKind.CHATBOT);
        scene.people.settle(ACME, "owner");
        Reply own = app.token("grant_type", "client_credentials");
        Reply owners = app.tokensOf("owner");

        assertThat(caller(own).kind()).isEqualTo(CallerKind.CHATBOT);
        assertThat(caller(owners).kind()).isEqualTo(CallerKind.USER);
        assertThat(caller(owners).scopes()).containsExactlyInAnyOrder("meeting:read", "user:read");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerKind.class,
            names = {"USER", "ACCOUNT", "CHATBOT", "JWT"})
    void givesOnlyServerAppsAccountCredentials(CallerKind kind) {
        assertRefused(scene.app(kind).accountCredentials(), 400, "unsupported_grant_type", "unsupported grant type");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerKind.class,
            names = {"USER", "ACCOUNT", "SERVER", "JWT"})
    void givesOnlyChatbotsClientCredentials(CallerKind kind) {
        assertRefused(
                scene.app(kind).token("grant_type", "client_credentials"),
                400,
                "unsupported_grant_type",
                "unsupported grant type");
    }

    @Test
    void needsTheSecret() {
        TestApp app = scene.app(CallerKind.SERVER);
        Reply reply = app.postBare(
                "/oauth/token", "grant_type", "account_credentials", "client_id", app.id(), "account_id", ACME);

        assertRefused(reply, 401, "invalid_client", "Invalid client_id or client_secret");
    }

    @Test
    void keepsServerAppsWhenTheirOwnerIsDeleted() {
        TestApp app = scene.app(CallerKind.SERVER);
        Reply reply = app.accountCredentials();
        scene.inside(ACME, unit -> {
            new Grants().endOfUser(unit, "owner");
            return unit;
        });

        assertThat(caller(reply).kind()).isEqualTo(CallerKind.SERVER);
    }
}
