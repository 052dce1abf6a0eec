package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Secrets;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // begin() sets the app
class TokenEndpointTest extends AuthTest {
    private TestApp app;

    @BeforeEach
    void begin() {
        app = scene.app(CallerKind.SERVER);
    }

    private Reply post(String authorization, String contentType, String body) {
        return scene.send(scene.request("/oauth/token")
                .header("Authorization", authorization)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    private String credentials() {
        return TestApp.basic(app.id(), TestApp.SECRET);
    }

    @Test
    void refusesAWrongSecret() {
        Reply reply = post(
                TestApp.basic(app.id(), "wrong"),
                "application/x-www-form-urlencoded",
                "grant_type=account_credentials&account_id=acme");

        assertRefused(reply, 401, "invalid_client", "Invalid client_id or client_secret");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Basic realm=\"oauth\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic YWJj", "Basic Og=="})
    void refusesMalformedCredentials(String authorization) {
        Reply reply = post(authorization, "application/x-www-form-urlencoded", "grant_type=account_credentials");

        assertThat(reply.status()).isIn(400, 401);
        assertThat(reply.text("error")).isIn("invalid_client", "invalid_request");
    }

    @Test
    void refusesAnUnknownClient() {
        Reply reply = post(
                TestApp.basic("nobody", "secret"),
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials");

        assertRefused(reply, 401, "invalid_client", "Invalid client_id or client_secret");
    }

    @Test
    void requiresClientCredentials() {
        assertRefused(
                app.postBare("/oauth/token", "grant_type", "account_credentials"),
                400,
                "invalid_request",
                "Client ID or client secret is missing.");
    }

    @Test
    void takesTheSecretAmongTheParameters() {
        Reply reply = app.postBare(
                "/oauth/token",
                "client_id",
                app.id(),
                "client_secret",
                TestApp.SECRET,
                "grant_type",
                "account_credentials",
                "account_id",
                ACME);

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void refusesTheSecretInTheQuery() {
        String query = TestApp.encoded("client_id", app.id(), "client_secret", TestApp.SECRET);

        assertRefused(
                app.postBare("/oauth/token?" + query, "grant_type", "account_credentials", "account_id", ACME),
                400,
                "invalid_request",
                "The client secret must not be in the query.");
    }

    @Test
    void wantsHeaderAndParametersToAgreeOnTheSecret() {
        assertThat(app.token("grant_type", "account_credentials", "account_id", ACME, "client_secret", TestApp.SECRET)
                        .status())
                .isEqualTo(200);
        assertRefused(
                app.token("grant_type", "account_credentials", "account_id", ACME, "client_secret", "wrong"),
                401,
                "invalid_client",
                "Invalid client_id or client_secret");
    }

    @Test
    void takesTheClientIdBesideTheHeader() {
        assertThat(app.token("grant_type", "account_credentials", "account_id", ACME, "client_id", app.id())
                        .status())
                .isEqualTo(200);
        assertRefused(
                app.token("grant_type", "account_credentials", "account_id", ACME, "client_id", "another"),
                401,
                "invalid_client",
                "Invalid client_id or client_secret");
    }

    @Test
    void refusesARepeatedParameter() {
        assertRefused(
                app.token("grant_type", "account_credentials", "account_id", ACME, "account_id", "other"),
                400,
                "invalid_request",
                "Repeated parameter account_id");
        assertRefused(
                app.post("/oauth/token?grant_type=account_credentials&grant_type=password"),
                400,
                "invalid_request",
                "Repeated parameter grant_type");
    }

    @Test
    void takesTheFormsParameterBeforeTheQuerys() {
        Reply reply = app.post(
                "/oauth/token?grant_type=account_credentials&account_id=other",
                "grant_type",
                "account_credentials",
                "account_id",
                ACME);

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void refusesAGrantTypeThatItDoesNotKnow() {
        assertRefused(app.token("grant_type", "password"), 400, "unsupported_grant_type", "unsupported grant type");
        assertRefused(app.token("grant_type", ""), 400, "unsupported_grant_type", "unsupported grant type");
    }

    @Test
    void requiresAGrantType() {
        assertRefused(app.token(), 400, "invalid_request", "Missing grant type.");
    }

    @Test
    void refusesAJsonBody() {
        Reply reply = post(
                credentials(), "application/json", "{\"grant_type\":\"account_credentials\",\"account_id\":\"acme\"}");

        assertRefused(reply, 400, "unsupported_grant_type", "unsupported grant type");
    }

    @Test
    void refusesADisabledApp() {
        app.stop();

        assertRefused(app.accountCredentials(), 400, "invalid_client", "The app has been disabled by the developer");
        app.start();
        assertThat(app.accountCredentials().status()).isEqualTo(200);
    }

    @Test
    void refusesAFormerSecret() {
        app.change(row -> row.put("secret_hash", Secrets.hash("another")));

        assertRefused(app.accountCredentials(), 401, "invalid_client", "Invalid client_id or client_secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/token/", "//oauth//token", "/oauth/token//"})
    void passesOverSlashes(String path) {
        assertThat(app.post(path, "grant_type", "account_credentials", "account_id", ACME)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void acceptsPostOnly() {
        Reply reply = scene.get("/oauth/token?grant_type=account_credentials");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("POST");
        assertThat(reply.text("error")).isEqualTo("invalid_request");
    }

    @Test
    void reportsEveryRequestToTheObserver() {
        Reply served = app.accountCredentials();
        Reply refused = app.token("grant_type", "password");
        scene.get("/oauth/userinfo?access_token=x");

        assertThat(scene.seen)
                .extracting(
                        CompletedOAuthRequest::endpoint, CompletedOAuthRequest::status, CompletedOAuthRequest::failure)
                .containsExactly(
                        tuple("/oauth/token", 200, ""),
                        tuple("/oauth/token", 400, "unsupported_grant_type"),
                        tuple("", 404, "endpoint-unknown"));
        assertThat(scene.seen)
                .extracting(CompletedOAuthRequest::trackingId)
                .startsWith(served.header("x-zm-trackingid"), refused.header("x-zm-trackingid"));
    }

    @Test
    void answers404ForOtherPaths() {
        assertThat(scene.get("/oauth/userinfo").status()).isEqualTo(404);
        assertThat(app.post("/oauth/x/oauth/token", "grant_type", "account_credentials", "account_id", ACME)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesOverlongParameters() {
        assertRefused(app.token("grant_type", "x".repeat(5000)), 400, "invalid_request", "A parameter is too long");
        assertRefused(
                post(credentials(), "application/x-www-form-urlencoded", "x".repeat(70_000)),
                400,
                "invalid_request",
                "The request body is too large");
    }

    @Test
    void refusesMalformedForms() {
        assertRefused(
                post(credentials(), "application/x-www-form-urlencoded", "grant_type=%zz"),
                400,
                "invalid_request",
                "The parameters are not well-formed");
    }
}
