package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.OAuthSettings;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // begin() sets the app
class RefreshTokenTest extends AuthTest {
    private TestApp app;

    @BeforeEach
    void begin() {
        scene.people.settle(ACME, "ada");
        app = scene.app(CallerKind.USER);
    }

    private void assertDead(Reply reply) {
        assertRefused(reply, 400, "invalid_grant", "Invalid Token!");
    }

    @Test
    void isReplacedOnUse() {
        String first = app.tokensOf("ada").text("refresh_token");
        String second = app.refresh(first).text("refresh_token");

        assertThat(second).isNotEqualTo(first);
        assertThat(app.refresh(second).status()).isEqualTo(200);
    }

    @Test
    void endsTheGrantWhenUsedAgain() {
        String first = app.tokensOf("ada").text("refresh_token");
        String second = app.refresh(first).text("refresh_token");

        assertDead(app.refresh(first));
        assertDead(app.refresh(second));
    }

    @Test
    void keepsFormerAccessTokensValid() {
        Reply first = app.tokensOf("ada");
        app.refresh(first.text("refresh_token"));

        assertThat(scene.authenticator(false)
                        .identify(first.text("access_token"))
                        .caller()
                        .userId())
                .isEqualTo("ada");
    }

    @Test
    void survivesARestart() {
        String token = app.tokensOf("ada").text("refresh_token");
        scene.restart();

        assertThat(app.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void livesForFifteenYears() {
        String token = app.tokensOf("ada").text("refresh_token");
        scene.pass(OAuthSettings.REFRESH_LIFE_2021.minusSeconds(1));
        String next = app.refresh(token).text("refresh_token");
        scene.pass(OAuthSettings.REFRESH_LIFE_2021);

        assertDead(app.refresh(next));
    }

    @Test
    void isRefusedForAnotherApp() {
        String token = app.tokensOf("ada").text("refresh_token");

        assertDead(scene.app(CallerKind.USER).refresh(token));
        assertThat(app.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void isRefusedAsAnAccessToken() {
        assertDead(app.refresh(app.tokensOf("ada").text("access_token")));
        assertDead(app.refresh("abc.def.ghi"));
        assertDead(app.refresh("abc"));
    }

    @Test
    void isRequired() {
        assertRefused(
                app.token("grant_type", "refresh_token"),
                400,
                "invalid_request",
                "Missing required parameter refresh_token");
    }

    @Test
    void needsTheSecretWhereTheCodeNeededIt() {
        String token = app.tokensOf("ada").text("refresh_token");
        Reply reply = app.postBare(
                "/oauth/token", "grant_type", "refresh_token", "client_id", app.id(), "refresh_token", token);

        assertRefused(reply, 401, "invalid_client", "Invalid client_id or client_secret");
    }

    @Test
    void isInvalidatedWithItsUser() {
        String token = app.tokensOf("ada").text("refresh_token");
        scene.people.deactivate("ada");

        assertDead(app.refresh(token));
    }

    @Test
    void isInvalidatedWithTheUsersGrants() {
        Reply adas = app.tokensOf("ada");
        scene.people.settle(ACME, "bob");
        Reply bobs = app.tokensOf("bob");
        scene.store.write(ACME, unit -> {
            new Grants().endOfUser(unit, "ada");
            return unit;
        });

        assertDead(app.refresh(adas.text("refresh_token")));
        assertThat(app.refresh(bobs.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void staysInvalidAfterItsAppWasDisabled() {
        Reply tokens = app.tokensOf("ada");
        app.stop();

        assertRefused(
                app.refresh(tokens.text("refresh_token")),
                400,
                "invalid_client",
                "The app has been disabled by the developer");
        app.start();
        assertDead(app.refresh(tokens.text("refresh_token")));
    }

    @Test
    void usesTheClockOfItsAccount() {
        String token = app.tokensOf("ada").text("refresh_token");
        scene.moveClock(ACME, OAuthSettings.REFRESH_LIFE_2021.plus(Duration.ofDays(1)));

        assertDead(app.refresh(token));
    }
}
