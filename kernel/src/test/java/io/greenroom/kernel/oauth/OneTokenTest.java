package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.doc.Refusal;
import org.junit.jupiter.api.Test;

/** An installation in which a grant has one valid access token, as at the vendor from 2022 to 2023. */
class OneTokenTest extends AuthTest {
    @Override
    OAuthSettings settings() {
        return new OAuthSettings(true, "", false, true, OAuthSettings.REFRESH_LIFE_2021, "");
    }

    private void assertValid(Reply tokens) {
        assertThat(scene.authenticator(false)
                        .identify(tokens.text("access_token"))
                        .caller()
                        .account())
                .isEqualTo(ACME);
    }

    private void assertEnded(Reply tokens) {
        assertThatThrownBy(() -> scene.authenticator(false).identify(tokens.text("access_token")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Invalid access token.");
    }

    @Test
    void endsTheEarlierTokenOfAServerApp() {
        TestApp app = scene.app(CallerKind.SERVER);
        TestApp other = scene.app(CallerKind.SERVER);
        Reply others = other.accountCredentials();
        Reply first = app.accountCredentials();
        assertValid(first);

        Reply second = app.accountCredentials();

        assertEnded(first);
        assertValid(second);
        assertValid(others);
        scene.restart();
        assertEnded(first);
        assertValid(second);
    }

    @Test
    void endsTheEarlierTokenAtARefresh() {
        scene.people.settle(ACME, "ada");
        TestApp app = scene.app(CallerKind.USER);
        Reply first = app.tokensOf("ada");
        assertValid(first);

        Reply second = app.refresh(first.text("refresh_token"));
        Reply third = app.refresh(second.text("refresh_token"));

        assertEnded(first);
        assertEnded(second);
        assertValid(third);
    }

    @Test
    void leavesTheTokensOfAChatbot() {
        TestApp app = scene.app(CallerKind.CHATBOT);
        Reply first = app.token("grant_type", "client_credentials");
        app.token("grant_type", "client_credentials");

        assertValid(first);
    }

    @Test
    void letsSeveralTokensLiveAgainOnceTheSettingSaysSo() {
        TestApp app = scene.app(CallerKind.SERVER);
        app.accountCredentials();
        scene.restart(OAuthSettings.development());

        Reply first = app.accountCredentials();
        Reply second = app.accountCredentials();

        assertValid(first);
        assertValid(second);
    }
}
