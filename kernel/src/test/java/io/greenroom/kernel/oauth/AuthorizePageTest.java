package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static io.greenroom.kernel.oauth.AuthScene.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.greenroom.contract.CallerKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization requests before the user is asked. */
@SuppressWarnings("NullAway.Init") // begin() sets the app
class AuthorizePageTest extends AuthTest {
    private TestApp app;

    @BeforeEach
    void begin() {
        scene.people.settle(ACME, "ada");
        app = scene.app(CallerKind.USER);
    }

    private Reply authorize(String... parameters) {
        return scene.get("/oauth/authorize?" + TestApp.encoded(parameters));
    }

    private static void assertErrorPage(Reply reply, int status, String text) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.body()).contains(text);
    }

    @Test
    void showsAnErrorForAnUnknownClient() {
        assertErrorPage(
                authorize("response_type", "code", "client_id", "nobody", "redirect_uri", REDIRECT),
                400,
                "Invalid client_id: nobody (4,702)");
        assertErrorPage(authorize(), 400, "Invalid client_id:  (4,702)");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerKind.class,
            names = {"SERVER", "JWT"})
    void showsAnErrorForAnAppWithoutUserApproval(CallerKind kind) {
        TestApp other = scene.app(kind);

        assertErrorPage(scene.get(other.authorizePath()), 400, "Invalid client_id: " + other.id() + " (4,702)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org/callback/",
                "https://app.example.org/callbac",
                "https://app.example.org/callback?x=1",
                "HTTPS://app.example.org/callback",
                "https://evil.example.org/callback"
            })
    void refusesAnUnregisteredRedirectUri(String redirectUri) {
        Reply reply = authorize(
                "response_type", "code", "client_id", app.id(), "redirect_uri", redirectUri, "greenroom_user", "ada");

        assertErrorPage(reply, 400, "Invalid redirect: " + redirectUri + " (4,700)");
    }

    private Reply authorizeAs(String accept, String... parameters) {
        return scene.send(scene.request("/oauth/authorize?" + TestApp.encoded(parameters))
                .header("Accept", accept)
                .GET());
    }

    @Test
    void reportsAnUnregisteredRedirectUriAsJsonToCallersThatDoNotAcceptPages() {
        Reply reply = authorizeAs(
                "application/json",
                "response_type",
                "code",
                "client_id",
                app.id(),
                "redirect_uri",
                "https://b.example/x");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.body())
                .isEqualTo("{\"status\":false,\"errorCode\":4700,\"errorMessage\":\"Invalid redirect url\","
                        + "\"result\":null}");
    }

    @Test
    void reportsOtherErrorsInTheSameShape() {
        assertThat(authorizeAs("application/json", "client_id", "nobody").body())
                .isEqualTo("{\"status\":false,\"errorCode\":4702,\"errorMessage\":\"Invalid client_id: nobody\","
                        + "\"result\":null}");
        assertThat(authorizeAs("application/json", "client_id", app.id()).body())
                .contains("\"errorCode\":4709,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "*/*",
                "text/*",
                "application/json, text/html;q=0.1"
            })
    void keepsThePageForCallersThatAcceptIt(String accept) {
        assertErrorPage(authorizeAs(accept, "client_id", app.id()), 400, "Redirect URI mismatch. (4,709)");
    }

    @Test
    void requiresARedirectUri() {
        assertErrorPage(
                authorize("response_type", "code", "client_id", app.id()), 400, "Redirect URI mismatch. (4,709)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "redirect_uri", "response_type", "state", "code_challenge"})
    void showsAnErrorForARepeatedParameter(String name) {
        Reply reply = scene.get(app.authorizePath(name, "x", name, "y", "greenroom_user", "ada"));

        assertErrorPage(reply, 400, "Repeated parameter " + name);
    }

    @Test
    void showsAnErrorForAStoppedApp() {
        app.stop();

        assertErrorPage(scene.get(app.authorizePath()), 400, "The app has been disabled by the developer (4,717)");
    }

    @Test
    void passesOverAScope() {
        assertThat(app.codeOf("ada", "scope", "meeting:write")).isNotEmpty();
    }

    @Test
    void redirectsWithAnErrorForAnInvalidRequest() {
        Reply noType = authorize("client_id", app.id(), "redirect_uri", REDIRECT, "state", "s 1");
        Reply emptyType = authorize("response_type", "", "client_id", app.id(), "redirect_uri", REDIRECT);
        Reply foreignType =
                authorize("response_type", "token", "client_id", app.id(), "redirect_uri", REDIRECT, "state", "s");
        Reply badMethod =
                scene.get(app.authorizePath("code_challenge", "a".repeat(43), "code_challenge_method", "S512"));

        assertThat(noType.status()).isEqualTo(302);
        assertThat(noType.header("Location")).isEqualTo(REDIRECT + "?error=invalid_request&state=s%201");
        assertThat(emptyType.redirected("error")).isEqualTo("invalid_request");
        assertThat(foreignType.redirected("error")).isEqualTo("unsupported_response_type");
        assertThat(badMethod.redirected("error")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @MethodSource("noChallenges")
    void redirectsWithAnErrorForAnInvalidChallenge(String challenge) {
        Reply reply = scene.get(app.authorizePath("code_challenge", challenge, "greenroom_user", "ada"));

        assertThat(reply.redirected("error")).isEqualTo("invalid_request");
    }

    static Stream<String> noChallenges() {
        return Stream.of(
                "a".repeat(42), "a".repeat(129), "a".repeat(43) + "=", "a".repeat(42) + "+", "\u00e9".repeat(43));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a b+c&d=e#f?g%20h", "{\"next\":\"/a?b=c\"}", "übér ☃ 😀", "a\r\nSet-Cookie: x=y"})
    void bringsTheStateBackUnchanged(String state) {
        Reply reply = scene.get(app.authorizePath("state", state, "greenroom_user", "ada"));

        assertThat(reply.redirected("state")).isEqualTo(state);
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void leavesTheStateAwayWhereThereWasNone() {
        assertThat(scene.get(app.authorizePath("greenroom_user", "ada")).header("Location"))
                .matches("https://app\\.example\\.org/callback\\?code=[\\w-]{22,}");
    }

    @Test
    void addsToTheQueryOfARedirectUri() {
        Reply reply = authorize(
                "response_type",
                "code",
                "client_id",
                app.id(),
                "redirect_uri",
                "com.example.app:/back?x=1",
                "greenroom_user",
                "ada");

        assertThat(reply.header("Location")).startsWith("com.example.app:/back?x=1&code=");
    }

    @Test
    void takesAnEmailAddressInPlaceOfAnId() {
        assertThat(app.codeOf("ADA@example.org")).isNotEmpty();
    }

    @Test
    void refusesApprovalByAMissingUser() {
        scene.people.settle(ACME, "bob");
        scene.people.deactivate("bob");

        assertErrorPage(
                scene.get(app.authorizePath("greenroom_user", "nobody")), 400, "There is no active user nobody");
        assertErrorPage(scene.get(app.authorizePath("greenroom_user", "bob")), 400, "There is no active user bob");
    }

    @Test
    void letsOnlyAdministratorsApproveForTheAccount() {
        scene.people.settleAdministrator(ACME, "root");
        TestApp wide = scene.app(CallerKind.ACCOUNT);

        assertErrorPage(scene.get(wide.authorizePath("greenroom_user", "ada")), 403, "Only an administrator");
        assertThat(scene.authenticator(false)
                        .identify(wide.tokensOf("root").text("access_token"))
                        .caller()
                        .kind())
                .isEqualTo(CallerKind.ACCOUNT);
    }

    @Test
    void reportsPagesAndErrorsToTheObserver() {
        scene.get(app.authorizePath());
        authorize("client_id", "nobody");

        assertThat(scene.seen)
                .extracting(
                        CompletedOAuthRequest::endpoint, CompletedOAuthRequest::status, CompletedOAuthRequest::failure)
                .containsExactly(tuple("/oauth/authorize", 200, ""), tuple("/oauth/authorize", 400, "refused"));
    }

    @Test
    void takesNoOtherMethods() {
        Reply reply = scene.send(scene.request(app.authorizePath()).method("DELETE", BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, POST");
    }
}
