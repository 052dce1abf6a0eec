package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static io.greenroom.kernel.oauth.AuthScene.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuth2AccessTokenErrorResponse;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.AuthorizationUrlBuilder;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.oauth2.OAuth2Error;
import io.greenroom.contract.CallerKind;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** An independent client library. */
class ScribeClientTest extends AuthTest {

    /** Where our endpoints are. */
    private static final class Greenroom extends DefaultApi20 {
        private final String origin;

        Greenroom(String origin) {
            this.origin = origin;
        }

        @Override
        public String getAccessTokenEndpoint() {
            return origin + "/oauth/token";
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return origin + "/oauth/authorize";
        }

        @Override
        public String getRevokeTokenEndpoint() {
            return origin + "/oauth/revoke";
        }
    }

    private OAuth20Service service(TestApp app) {
        return new ServiceBuilder(app.id())
                .apiSecret(TestApp.SECRET)
                .callback(REDIRECT)
                .build(new Greenroom(scene.origin()));
    }

    private Reply visit(String url) {
        URI address = URI.create(url + (url.contains("?") ? "&" : "?") + "greenroom_user=ada");
        return scene.get(address.getRawPath() + "?" + address.getRawQuery());
    }

    private String userOf(OAuth2AccessToken token) {
        return scene.authenticator(false)
                .identify(token.getAccessToken())
                .caller()
                .userId();
    }

    @Test
    void getsTokensByCodeRefreshesAndRevokesThem() throws Exception {
        scene.people.settle(ACME, "ada");
        OAuth20Service service = service(scene.app(CallerKind.USER));
        AuthorizationUrlBuilder url =
                service.createAuthorizationUrlBuilder().state("xyz").initPKCE();
        Reply visited = visit(url.build());
        OAuth2AccessToken token = service.getAccessToken(AccessTokenRequestParams.create(visited.redirected("code"))
                .pkceCodeVerifier(url.getPkce().getCodeVerifier()));
        OAuth2AccessToken refreshed = service.refreshAccessToken(token.getRefreshToken());

        assertThat(visited.redirected("state")).isEqualTo("xyz");
        assertThat(token.getTokenType()).isEqualTo("bearer");
        assertThat(token.getExpiresIn()).isEqualTo(3599);
        assertThat(token.getScope()).isEqualTo("meeting:read user:read");
        assertThat(userOf(refreshed)).isEqualTo("ada");
        assertThatThrownBy(() -> service.refreshAccessToken(token.getRefreshToken()))
                .isInstanceOfSatisfying(OAuth2AccessTokenErrorResponse.class, error -> assertThat(error.getError())
                        .isEqualTo(OAuth2Error.INVALID_GRANT));

        service.revokeToken(refreshed.getRefreshToken());
        assertThatThrownBy(() -> service.refreshAccessToken(refreshed.getRefreshToken()))
                .isInstanceOf(OAuth2AccessTokenErrorResponse.class);
    }

    @Test
    void getsAChatbotsTokenByClientCredentials() throws Exception {
        OAuth2AccessToken token = service(scene.app(CallerKind.CHATBOT)).getAccessTokenClientCredentialsGrant();

        assertThat(token.getScope()).isEqualTo("imchat:bot");
        assertThat(token.getRefreshToken()).isNull();
        assertThat(userOf(token)).isEqualTo("owner");
    }

    @Test
    void understandsARefusal() {
        TestApp app = scene.app(CallerKind.USER);
        OAuth20Service service = new ServiceBuilder(app.id()).apiSecret("wrong").build(new Greenroom(scene.origin()));

        assertThatThrownBy(() -> service.getAccessToken("abc"))
                .isInstanceOfSatisfying(OAuth2AccessTokenErrorResponse.class, error -> assertThat(error.getError())
                        .isEqualTo(OAuth2Error.INVALID_CLIENT));
    }
}
