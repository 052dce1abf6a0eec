package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two accounts in one installation. */
@SuppressWarnings("NullAway.Init") // begin() sets the rest
class AccountIsolationTest extends AuthTest {
    private static final String BETA = "beta";

    private TestApp acmes;
    private TestApp betas;

    @BeforeEach
    void begin() {
        scene.account(BETA);
        scene.people.settle(ACME, "ada");
        scene.people.settle(BETA, "bea");
        acmes = scene.app(ACME, CallerKind.USER);
        betas = scene.app(BETA, CallerKind.USER);
    }

    private Caller caller(Reply reply) {
        return scene.authenticator(false).identify(reply.text("access_token")).caller();
    }

    private void assertWorksWithItsAppOnly(TestApp own, TestApp other, String userId) {
        String code = own.codeOf(userId);
        assertRefused(other.exchange(code), 400, "invalid_grant", "Invalid authorization code " + code);
        Reply tokens = own.exchange(code);
        assertRefused(other.refresh(tokens.text("refresh_token")), 400, "invalid_grant", "Invalid Token!");
        assertRefused(
                other.post("/oauth/revoke", "token", tokens.text("access_token")),
                400,
                "invalid_grant",
                "Invalid Token!");
        assertThat(caller(tokens).userId()).isEqualTo(userId);
    }

    @Test
    void keepsCodesAndTokensToTheirApps() {
        assertWorksWithItsAppOnly(acmes, betas, "ada");
        assertWorksWithItsAppOnly(betas, acmes, "bea");
        assertWorksWithItsAppOnly(acmes, scene.app(ACME, CallerKind.USER), "ada");
    }

    @Test
    void offersAnUnpublishedAppToItsOwnAccountOnly() {
        Reply reply = scene.get(acmes.authorizePath("greenroom_user", "bea@example.org"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("Location")).isEmpty();
        assertThat(scene.get(acmes.authorizePath()).body()).contains("Ms ada").doesNotContain("Ms bea");
    }

    @Test
    void actsInThePersonsAccountWithAPublishedApp() {
        acmes.change(row -> row.put("published", true));
        Reply beas = acmes.tokensOf("bea@example.org");
        Reply adas = acmes.tokensOf("ada");

        assertThat(caller(beas).account()).isEqualTo(BETA);
        assertThat(caller(beas).userId()).isEqualTo("bea");
        assertThat(caller(adas).account()).isEqualTo(ACME);
        assertThat(acmes.refresh(beas.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void stopsAPublishedAppInAllAccounts() {
        acmes.change(row -> row.put("published", true));
        Reply beas = acmes.tokensOf("bea@example.org");
        acmes.stop();
        acmes.start();

        assertRefused(acmes.refresh(beas.text("refresh_token")), 400, "invalid_grant", "Invalid Token!");
    }

    @Test
    void refusesAnAppsCodeUnderAnotherRedirectUriOfItsOwn() {
        Reply reply = acmes.token(
                "grant_type",
                "authorization_code",
                "code",
                acmes.codeOf("ada"),
                "redirect_uri",
                "com.example.app:/back?x=1");

        assertRefused(reply, 400, "invalid_request", "Redirect URI mismatch.");
    }

    @Test
    void givesAServerAppNoOtherAccount() {
        TestApp server = scene.app(ACME, CallerKind.SERVER);

        assertRefused(
                server.token("grant_type", "account_credentials", "account_id", BETA),
                400,
                "invalid_request",
                "Bad Request");
    }
}
