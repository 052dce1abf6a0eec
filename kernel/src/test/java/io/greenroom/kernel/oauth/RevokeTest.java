package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.TokenAuthenticator;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.store.KernelTables;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // begin() sets the app
class RevokeTest extends AuthTest {
    private TestApp app;

    @BeforeEach
    void begin() {
        scene.people.settle(ACME, "ada");
        app = scene.app(CallerKind.USER);
    }

    private Reply revoke(String token) {
        return app.post("/oauth/revoke?token=" + token);
    }

    private void assertDead(String accessToken) {
        assertThatThrownBy(() -> scene.authenticator(false).identify(accessToken))
                .isInstanceOf(Refusal.class)
                .hasMessage("Invalid access token.");
    }

    private void assertAlive(String accessToken) {
        assertThatCode(() -> scene.authenticator(false).identify(accessToken)).doesNotThrowAnyException();
    }

    private Doc grant() {
        return scene.inside(ACME, unit -> unit.in(KernelTables.GRANTS).first().orElseThrow());
    }

    @Test
    void uninstallsTheAppWithAnAccessToken() {
        Reply first = app.tokensOf("ada");
        Reply second = app.refresh(first.text("refresh_token"));
        Reply reply = revoke(first.text("access_token"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":\"success\"}");
        assertDead(first.text("access_token"));
        assertDead(second.text("access_token"));
        assertRefused(app.refresh(second.text("refresh_token")), 400, "invalid_grant", "Invalid Token!");
        assertThat(scene.<Boolean>inside(
                        ACME, unit -> unit.in(KernelTables.GRANTS).exists()))
                .isFalse();
    }

    @Test
    void keepsTheAppForOtherApprovers() {
        scene.people.settle(ACME, "bob");
        Reply bobs = app.tokensOf("bob");
        revoke(app.tokensOf("ada").text("access_token"));

        assertAlive(bobs.text("access_token"));
    }

    @Test
    void revokesOnlyTheGivenServerToken() {
        TestApp server = scene.app(CallerKind.SERVER);
        String one = server.accountCredentials().text("access_token");
        String other = server.accountCredentials().text("access_token");
        server.post("/oauth/revoke", "token", one);

        assertDead(one);
        assertAlive(other);
    }

    @Test
    void ignoresAnExpiredToken() {
        Reply tokens = app.tokensOf("ada");
        scene.pass(Duration.ofHours(1));

        assertThat(revoke(tokens.text("access_token")).status()).isEqualTo(200);
        assertThat(told()).isEmpty();
        assertThat(app.refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }

    private List<Doc> told() {
        return scene.store.queues().events(ACME, 0, 100).stream()
                .map(event -> Json.read(Schema.anyObject(), event.body()))
                .toList();
    }

    @Test
    void announcesARevocationOnce() {
        scene.pass(Duration.ofNanos(7_654_321));
        Reply tokens = app.tokensOf("ada");
        revoke(tokens.text("access_token"));
        revoke(tokens.text("access_token"));
        revoke(tokens.text("refresh_token"));

        List<Doc> told = told();
        assertThat(told).hasSize(1).allSatisfy(event -> assertThat(event.names())
                .containsExactly("event", "payload"));
        Doc payload = told.getFirst().doc("payload");
        assertThat(told.getFirst().text("event")).isEqualTo("app_deauthorized");
        assertThat(payload.text("account_id")).isEqualTo(ACME);
        assertThat(payload.text("user_id")).isEqualTo("ada");
        assertThat(payload.text("client_id")).isEqualTo(app.id());
        assertThat(payload.text("user_data_retention")).isEqualTo("false");
        assertThat(payload.text("deauthorization_time")).isEqualTo("2021-08-01T12:00:00.007Z");
        assertThat(payload.text("signature")).matches("[0-9a-f]{64}");
    }

    @Test
    void announcesNoRevocationOfAServerToken() {
        TestApp server = scene.app(CallerKind.SERVER);
        server.post("/oauth/revoke", "token", server.accountCredentials().text("access_token"));

        assertThat(told()).isEmpty();
    }

    @Test
    void announcesNoRefusedRevocation() {
        String token = app.tokensOf("ada").text("access_token");
        scene.app(CallerKind.USER).post("/oauth/revoke", "token", token);
        app.postBare("/oauth/revoke", "client_id", app.id(), "token", token);

        assertThat(told()).isEmpty();
    }

    @Test
    void appliesToCachedTokensAtOnce() {
        String token = app.tokensOf("ada").text("access_token");
        TokenAuthenticator authenticator = scene.authenticator(false);
        authenticator.identify(token);
        revoke(token);

        assertThatThrownBy(() -> authenticator.identify(token)).isInstanceOf(Refusal.class);
    }

    @Test
    void appliesAfterARestart() {
        String token = app.tokensOf("ada").text("access_token");
        revoke(token);
        scene.restart();

        assertDead(token);
    }

    @Test
    void revokesTheGrantWithARefreshToken() {
        Reply tokens = app.tokensOf("ada");

        assertThat(revoke(tokens.text("refresh_token")).status()).isEqualTo(200);
        assertDead(tokens.text("access_token"));
        assertThat(app.refresh(tokens.text("refresh_token")).text("reason")).isEqualTo("Invalid Token!");
    }

    @Test
    void refusesARefreshTokenThatWasRotated() {
        Reply tokens = app.tokensOf("ada");
        Reply next = app.refresh(tokens.text("refresh_token"));

        assertRefused(revoke(tokens.text("refresh_token")), 400, "invalid_grant", "Invalid Token!");
        assertAlive(next.text("access_token"));
    }

    @Test
    void mayBeRepeated() {
        TestApp server = scene.app(CallerKind.SERVER);
        String token = server.accountCredentials().text("access_token");
        server.post("/oauth/revoke", "token", token);

        assertThat(server.post("/oauth/revoke", "token", token).status()).isEqualTo(200);
        assertThat(grant().docs("revoked")).hasSize(1);
    }

    @Test
    void refusesTokensOfOtherApps() {
        String token = app.tokensOf("ada").text("access_token");
        Reply reply = scene.app(CallerKind.USER).post("/oauth/revoke", "token", token);

        assertRefused(reply, 400, "invalid_grant", "Invalid Token!");
        assertAlive(token);
    }

    @Test
    void needsTheSecret() {
        String token = app.tokensOf("ada").text("access_token");

        assertRefused(
                app.postBare("/oauth/revoke", "client_id", app.id(), "token", token),
                401,
                "invalid_client",
                "Invalid client_id or client_secret");
        assertAlive(token);
    }

    @Test
    void requiresAToken() {
        assertRefused(app.post("/oauth/revoke"), 400, "invalid_request", "Token cannot be empty.");
        assertRefused(revoke("abc"), 400, "invalid_grant", "Invalid Token!");
    }

    @Test
    void forgetsTokensThatHaveExpired() {
        TestApp server = scene.app(CallerKind.SERVER);
        server.post("/oauth/revoke", "token", server.accountCredentials().text("access_token"));
        scene.pass(Duration.ofHours(2));
        server.post("/oauth/revoke", "token", server.accountCredentials().text("access_token"));

        assertThat(grant().docs("revoked")).hasSize(1);
    }

    @Test
    void endsAGrantWithTooManyDeadTokens() {
        TestApp server = scene.app(CallerKind.SERVER);
        String alive = server.accountCredentials().text("access_token");
        for (int i = 0; i <= 500; i++) {
            server.post("/oauth/revoke", "token", server.accountCredentials().text("access_token"));
        }

        assertDead(alive);
        assertAlive(server.accountCredentials().text("access_token"));
    }

    @Test
    void acceptsAReportOfDeletedData() {
        Reply reply = comply("{\"client_id\":\"" + app.id() + "\",\"user_id\":\"ada\",\"account_id\":\"acme\","
                + "\"deauthorization_event_received\":{\"user_id\":\"ada\"},\"compliance_completed\":true}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":\"success\"}");
    }

    @Test
    void requiresACompleteReportOfDeletedData() {
        assertRefused(
                comply("{\"client_id\":\"" + app.id() + "\",\"user_id\":\"ada\"}"),
                400,
                "invalid_request",
                "Missing required parameter account_id");
        assertRefused(comply("{\"client_id\":\"other\"}"), 401, "invalid_client", "Invalid client_id or client_secret");
        assertRefused(comply("[]"), 400, "invalid_request", "Request Body should be a valid JSON object.");
    }

    private Reply comply(String json) {
        return scene.send(scene.request("/oauth/data/compliance")
                .header("Content-Type", "application/json")
                .header("Authorization", TestApp.basic(app.id(), TestApp.SECRET))
                .POST(BodyPublishers.ofString(json)));
    }
}
