package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.OAuthSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An installation that approves without asking, refuses the scope parameter and has a public URL. */
class SettingsTest extends AuthTest {

    @Override
    OAuthSettings settings() {
        return new OAuthSettings(false, "ada@example.org", true, false, Duration.ofDays(90), "https://api.example.org");
    }

    @Test
    void approvesForTheConfiguredUser() {
        scene.people.settle(ACME, "ada");
        TestApp app = scene.app(CallerKind.USER);
        Reply reply = scene.get(app.authorizePath("state", "x", "greenroom_user", "bob"));
        Reply tokens = app.exchange(reply.redirected("code"));

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.redirected("state")).isEqualTo("x");
        assertThat(tokens.text("api_url")).isEqualTo("https://api.example.org");
        assertThat(scene.authenticator(false)
                        .identify(tokens.text("access_token"))
                        .caller()
                        .userId())
                .isEqualTo("ada");
    }

    @Test
    void reportsAMissingConfiguredUser() {
        Reply reply = scene.get(scene.app(CallerKind.USER).authorizePath());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("There is no active user ada@example.org who could approve.");
    }

    @Test
    void refusesAScope() {
        scene.people.settle(ACME, "ada");
        Reply reply = scene.get(scene.app(CallerKind.USER).authorizePath("scope", "meeting:read"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("Invalid scope");
        assertThat(reply.header("Location")).isEmpty();
    }

    @Test
    void letsRefreshTokensLiveAsLongAsItSays() {
        scene.people.settle(ACME, "ada");
        TestApp app = scene.app(CallerKind.USER);
        String token =
                app.exchange(scene.get(app.authorizePath()).redirected("code")).text("refresh_token");
        scene.pass(Duration.ofDays(90));

        assertRefused(app.refresh(token), 400, "invalid_grant", "Invalid Token!");
    }
}
