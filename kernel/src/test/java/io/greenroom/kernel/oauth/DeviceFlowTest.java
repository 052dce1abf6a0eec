package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Doc;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // begin() sets the rest
class DeviceFlowTest extends AuthTest {
    private TestApp app;
    private Doc codes;

    @BeforeEach
    void begin() {
        scene.people.settle(ACME, "ada");
        app = scene.app(CallerKind.USER);
        codes = app.post("/oauth/devicecode").json();
    }

    private Reply ask() {
        return app.token("grant_type", DeviceGrant.NAME, "device_code", codes.text("device_code"));
    }

    private Reply page(String... form) {
        return app.postBare("/oauth_device", form);
    }

    private Reply decide(String decision) {
        return page("user_code", codes.text("user_code"), "decision", decision);
    }

    private String approve() {
        return scene.get("/oauth_device?user_code=" + codes.text("user_code") + "&greenroom_user=ada")
                .body();
    }

    @Test
    void returnsADeviceCodeAndAUserCode() {
        assertThat(codes.names())
                .containsExactly(
                        "device_code",
                        "user_code",
                        "verification_uri",
                        "verification_uri_complete",
                        "expires_in",
                        "interval");
        assertThat(codes.text("user_code")).matches("[B-Z]{4}-[B-Z]{4}");
        assertThat(codes.text("verification_uri")).isEqualTo("http://here/oauth_device");
        assertThat(codes.text("verification_uri_complete"))
                .isEqualTo("http://here/oauth_device?user_code=" + codes.text("user_code"));
        assertThat(codes.number("expires_in")).isEqualTo(900);
        assertThat(codes.number("interval")).isEqualTo(5);
    }

    @Test
    void returnsTokensOnceAfterApproval() {
        assertRefused(ask(), 400, "authorization_pending", "The user has not approved the request yet");
        assertThat(approve()).contains("Device connected");
        Reply tokens = ask();

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json().names()).contains("access_token", "refresh_token");
        assertThat(scene.authenticator(false)
                        .identify(tokens.text("access_token"))
                        .caller()
                        .userId())
                .isEqualTo("ada");
        assertRefused(ask(), 400, "invalid_grant", "Invalid device code");
        assertThat(app.refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void asksForApprovalInTheBrowser() {
        Reply enter = scene.get("/oauth_device");
        Reply signIn = page(
                "user_code", codes.text("user_code").toLowerCase(Locale.ROOT).replace("-", " "));
        Reply consent = page("user_code", codes.text("user_code"), "decision", "sign-in", "person", "ada", "email", "");
        Reply done = page("user_code", codes.text("user_code"), "decision", "approve", "form", consent.seal());

        assertThat(enter.body()).contains("Connect a device");
        assertThat(signIn.body()).contains("Sign in to continue to Calendar", "Ms ada");
        assertThat(consent.body()).contains("Calendar asks for access");
        assertThat(done.body()).contains("Device connected");
        assertThat(ask().status()).isEqualTo(200);
    }

    @Test
    void answersAccessDeniedAfterADenial() {
        String form = page("user_code", codes.text("user_code")).seal();
        assertThat(decide("deny").status()).isEqualTo(403);
        assertThat(page("user_code", codes.text("user_code"), "decision", "deny", "form", form)
                        .body())
                .contains("Device not connected");

        assertRefused(ask(), 400, "access_denied", "The user has denied the request");
        assertThat(approve()).contains("No device waits with this code.");
    }

    @Test
    void deniesAtOnceForAUserInDevelopment() {
        assertThat(page("user_code", codes.text("user_code"), "decision", "deny", "greenroom_user", "ada")
                        .body())
                .contains("Device not connected");
    }

    @Test
    void forgetsRequestsOfAStoppedApp() {
        approve();
        app.stop();
        app.start();

        assertRefused(ask(), 400, "invalid_grant", "Invalid device code");
    }

    @Test
    void refusesDevicesThatPollTooFast() {
        ask();
        assertRefused(ask(), 400, "slow_down", "Wait longer between two requests");
        scene.pass(Duration.ofSeconds(5));
        assertRefused(ask(), 400, "slow_down", "Wait longer between two requests");
        scene.pass(Duration.ofSeconds(15));
        assertRefused(ask(), 400, "authorization_pending", "The user has not approved the request yet");
    }

    @Test
    void refusesACodeAfterFifteenMinutes() {
        scene.pass(Duration.ofMinutes(15));

        assertThat(approve()).contains("No device waits with this code.");
        assertRefused(ask(), 400, "expired_token", "The device code is expired");
    }

    @Test
    void refusesACodeOfAnInactiveUser() {
        approve();
        scene.people.deactivate("ada");

        assertRefused(ask(), 400, "access_denied", "The user is gone");
    }

    @Test
    void refusesACodeOfAnotherApp() {
        approve();
        TestApp other = scene.app(CallerKind.USER);

        assertRefused(
                other.token("grant_type", DeviceGrant.NAME, "device_code", codes.text("device_code")),
                400,
                "invalid_grant",
                "Invalid device code");
    }

    @Test
    void needsTheSecret() {
        assertRefused(
                app.postBare("/oauth/devicecode", "client_id", app.id()),
                401,
                "invalid_client",
                "Invalid client_id or client_secret");
        assertRefused(
                app.postBare(
                        "/oauth/token",
                        "grant_type",
                        DeviceGrant.NAME,
                        "client_id",
                        app.id(),
                        "device_code",
                        codes.text("device_code")),
                401,
                "invalid_client",
                "Invalid client_id or client_secret");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerKind.class,
            names = {"SERVER", "JWT"})
    void refusesAppsWithoutUserApproval(CallerKind kind) {
        assertRefused(
                scene.app(kind).post("/oauth/devicecode"), 400, "unsupported_grant_type", "unsupported grant type");
    }

    @Test
    void refusesDevicesOfADisabledApp() {
        app.stop();

        assertThat(approve()).contains("No device waits with this code.");
    }

    @Test
    void countsWrongCodesOfEachClientBehindAProxy() {
        for (int i = 0; i < 105; i++) {
            assertThat(guess("192.0.2.1", codes.text("user_code"))).isEqualTo(200);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(guess("192.0.2.1", "BBBBBBBB")).isEqualTo(400);
        }

        assertThat(guess("192.0.2.1", codes.text("user_code"))).isEqualTo(429);
        assertThat(guess("198.51.100.7, 192.0.2.1", codes.text("user_code"))).isEqualTo(429);
        assertThat(guess("192.0.2.2", codes.text("user_code"))).isEqualTo(200);
    }

    private int guess(String client, String code) {
        return scene.send(scene.request("/oauth_device?user_code=" + code)
                        .header("X-Forwarded-For", client)
                        .GET())
                .status();
    }

    @Test
    void survivesARestart() {
        scene.restart();
        approve();

        assertThat(ask().status()).isEqualTo(200);
    }
}
