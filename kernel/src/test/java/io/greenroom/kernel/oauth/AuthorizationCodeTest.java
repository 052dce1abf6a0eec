package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static io.greenroom.kernel.oauth.AuthScene.REDIRECT;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Caller;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // begin() sets the app
class AuthorizationCodeTest extends AuthTest {
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private TestApp app;

    @BeforeEach
    void begin() {
        scene.people.settle(ACME, "ada");
        app = scene.app(CallerKind.USER);
    }

    private Reply exchange(String code, String verifier) {
        return app.token(
                "grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT, "code_verifier", verifier);
    }

    @Test
    void exchangesACodeForTokens() {
        Reply reply = app.tokensOf("ada");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("x-zm-trackingid")).startsWith("v=2.0;clid=us02;rid=WEB_");
        assertThatJson(reply.body())
                .isEqualTo(
                        """
                {
                  "access_token": "${json-unit.any-string}",
                  "token_type": "bearer",
                  "refresh_token": "${json-unit.any-string}",
                  "expires_in": 3599,
                  "scope": "meeting:read user:read",
                  "api_url": "http://here"
                }
                """);
        assertThat(scene.authenticator(false)
                        .identify(reply.text("access_token"))
                        .caller())
                .isEqualTo(new Caller(ACME, "ada", app.id(), CallerKind.USER, Set.of("meeting:read", "user:read")));
    }

    @Test
    void takesACodeOnceAndEndsTheGrantOfACodeUsedAgain() {
        String code = app.codeOf("ada");
        Reply first = app.exchange(code);
        String second = app.refresh(first.text("refresh_token")).text("refresh_token");
        // Without the client's secret nothing ends.
        app.postBare(
                "/oauth/token",
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                REDIRECT,
                "client_id",
                app.id());
        String third = app.refresh(second).text("refresh_token");

        assertRefused(app.exchange(code), 400, "invalid_grant", "Invalid authorization code " + code);
        assertRefused(app.refresh(third), 400, "invalid_grant", "Invalid Token!");
        assertRefused(app.exchange(code), 400, "invalid_grant", "Invalid authorization code " + code);
    }

    @Test
    void takesNoCodeFromBeforeTheAppWasStopped() {
        String code = app.codeOf("ada");
        app.stop();
        app.start();

        assertRefused(app.exchange(code), 400, "invalid_grant", "Invalid authorization code " + code);
    }

    @Test
    void refusesAnInventedCode() {
        assertRefused(app.exchange("abc"), 400, "invalid_grant", "Invalid authorization code abc");
    }

    @Test
    void takesNoCodeAfterFiveMinutes() {
        String code = app.codeOf("ada");
        scene.pass(Duration.ofMinutes(5));

        assertRefused(app.exchange(code), 400, "invalid_grant", "Code is expired");
    }

    @Test
    void takesACodeBeforeFiveMinutesHavePassed() {
        String code = app.codeOf("ada");
        scene.pass(Duration.ofSeconds(299));

        assertThat(app.exchange(code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"https://app.example.org/callback/", "https://app.example.org/other", "''"})
    void requiresTheRedirectUriOfTheAuthorizationRequest(String redirectUri) {
        Reply reply =
                app.token("grant_type", "authorization_code", "code", app.codeOf("ada"), "redirect_uri", redirectUri);

        assertRefused(reply, 400, "invalid_request", "Redirect URI mismatch.");
    }

    @Test
    void requiresACode() {
        assertRefused(
                app.token("grant_type", "authorization_code"),
                400,
                "invalid_request",
                "Missing required parameter code");
    }

    @Test
    void refusesACodeOfAnInactiveUser() {
        String code = app.codeOf("ada");
        scene.people.deactivate("ada");

        assertRefused(app.exchange(code), 400, "invalid_grant", "Invalid authorization code " + code);
    }

    @Test
    void invalidatesFormerTokensOnANewApproval() {
        Reply former = app.tokensOf("ada");
        Reply latter = app.tokensOf("ada");

        assertThat(app.refresh(former.text("refresh_token")).text("reason")).isEqualTo("Invalid Token!");
        assertThat(app.refresh(latter.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void keepsOtherUsersTokensOnANewApproval() {
        scene.people.settle(ACME, "bob");
        Reply bobs = app.tokensOf("bob");
        app.tokensOf("ada");

        assertThat(app.refresh(bobs.text("refresh_token")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"S256, " + CHALLENGE, "plain, " + VERIFIER})
    void takesTheVerifierOfAChallenge(String method, String challenge) {
        String code = app.codeOf("ada", "code_challenge", challenge, "code_challenge_method", method);

        assertThat(exchange(code, VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void takesAChallengeWithoutAMethodAsPlain() {
        String code = app.codeOf("ada", "code_challenge", VERIFIER);

        assertThat(exchange(code, VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void refusesAnotherVerifierAndKeepsTheCode() {
        String code = app.codeOf("ada", "code_challenge", CHALLENGE, "code_challenge_method", "S256");

        assertRefused(exchange(code, "guess"), 400, "invalid_grant", "Invalid code verifier");
        assertRefused(app.exchange(code), 400, "invalid_grant", "Invalid code verifier");
        assertThat(exchange(code, VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void refusesAVerifierThatIsTooShort() {
        String code = app.codeOf("ada", "code_challenge", Secrets.hash("guess"), "code_challenge_method", "S256");

        assertRefused(exchange(code, "guess"), 400, "invalid_grant", "Invalid code verifier");
    }

    @Test
    void refusesAVerifierWithoutAChallenge() {
        assertRefused(exchange(app.codeOf("ada"), VERIFIER), 400, "invalid_grant", "Invalid code verifier");
    }

    @Test
    void needsNoSecretOfAPublicClientWithAVerifier() {
        String code = app.codeOf("ada", "code_challenge", CHALLENGE, "code_challenge_method", "S256");
        Reply tokens = app.postBare(
                "/oauth/token",
                "grant_type",
                "authorization_code",
                "client_id",
                app.id(),
                "code",
                code,
                "redirect_uri",
                REDIRECT,
                "code_verifier",
                VERIFIER);
        Reply refreshed = app.postBare(
                "/oauth/token",
                "grant_type",
                "refresh_token",
                "client_id",
                app.id(),
                "refresh_token",
                tokens.text("refresh_token"));

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(refreshed.status()).isEqualTo(200);
    }

    @Test
    void needsTheSecretWithoutAVerifier() {
        Reply reply = app.postBare(
                "/oauth/token",
                "grant_type",
                "authorization_code",
                "client_id",
                app.id(),
                "code",
                app.codeOf("ada"),
                "redirect_uri",
                REDIRECT);

        assertRefused(reply, 401, "invalid_client", "Invalid client_id or client_secret");
    }

    @Test
    void keepsNoMoreThanAThousandCodesOfAnApp() {
        String first = app.codeOf("ada");
        String second = app.codeOf("ada");
        for (int i = 0; i < 999; i++) {
            app.codeOf("ada");
        }

        assertThat(app.exchange(first).text("reason")).isEqualTo("Invalid authorization code " + first);
        assertThat(app.exchange(second).status()).isEqualTo(200);
    }
}
