package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static io.greenroom.kernel.oauth.AuthScene.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.auth.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person signs in and decides. */
@SuppressWarnings("NullAway.Init") // begin() sets the app
class ConsentTest extends AuthTest {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private TestApp app;

    @Override
    OAuthSettings settings() {
        return OAuthSettings.standard();
    }

    @BeforeEach
    void begin() {
        scene.people.keep(new People.Person(
                ACME, "ada", "ada@example.org", "Ada <Lovelace>", new Passwords(1000).hash("sesame"), true, false));
        app = scene.app(CallerKind.USER);
    }

    /** Sends the form of a page as a browser does: with its hidden fields, unless an answer replaces them. */
    private Reply submit(Reply page, String... answers) {
        StringBuilder form = new StringBuilder(TestApp.encoded(answers));
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            if (Arrays.asList(answers).contains(hidden.group(1))) {
                continue;
            }
            String value = hidden.group(2)
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
            form.append('&').append(TestApp.encoded(hidden.group(1), value));
        }
        return scene.send(scene.request("/oauth/authorize")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    private Reply signIn(Reply page) {
        return submit(page, "decision", "sign-in", "email", "Ada@example.org", "password", "sesame");
    }

    @Test
    void approvesAfterSigningIn() {
        Reply signIn = scene.get(app.authorizePath("state", "a&b=\"<c>'"));
        Reply consent = signIn(signIn);
        Reply done = submit(consent, "decision", "approve");

        assertThat(signIn.status()).isEqualTo(200);
        assertThat(consent.status()).isEqualTo(200);
        assertThat(consent.body()).contains("Calendar asks for access", "meeting:read", "user:read", "ada@example.org");
        assertThat(done.status()).isEqualTo(302);
        assertThat(done.header("Location")).startsWith(REDIRECT + "?code=");
        assertThat(done.redirected("state")).isEqualTo("a&b=\"<c>'");
        assertThat(app.exchange(done.redirected("code")).status()).isEqualTo(200);
    }

    @Test
    void carriesTheChallengeThroughTheForms() {
        String verifier = "v".repeat(43);
        Reply consent = signIn(scene.get(app.authorizePath("code_challenge", verifier)));
        String code = submit(consent, "decision", "approve").redirected("code");

        assertThat(app.exchange(code).text("reason")).isEqualTo("Invalid code verifier");
        assertThat(app.token(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                REDIRECT,
                                "code_verifier",
                                verifier)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deniesBeforeAndAfterSigningIn() {
        Reply signIn = scene.get(app.authorizePath("state", "xyz"));

        for (Reply page : new Reply[] {signIn, signIn(signIn)}) {
            Reply denied = submit(page, "decision", "deny");
            assertThat(denied.status()).isEqualTo(302);
            assertThat(denied.header("Location")).isEqualTo(REDIRECT + "?error=access_denied&state=xyz");
        }
    }

    @Test
    void requiresTheCorrectPassword() {
        Reply page = scene.get(app.authorizePath());

        for (String[] wrong : new String[][] {
            {"decision", "sign-in", "email", "ada@example.org", "password", "wrong"},
            {"decision", "sign-in", "email", "nobody@example.org", "password", "sesame"},
            {"decision", "sign-in", "email", "ada@example.org"},
            {"decision", "sign-in"}
        }) {
            Reply again = submit(page, wrong);
            assertThat(again.status()).isEqualTo(403);
            assertThat(again.body()).contains("Nobody signs in like that.").doesNotContain("value=\"approve\"");
        }
    }

    @Test
    void refusesUsersWithoutAPassword() {
        scene.people.settle(ACME, "bob");
        Reply page = scene.get(app.authorizePath());

        assertThat(submit(page, "decision", "sign-in", "email", "bob@example.org", "password", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesInactiveUsers() {
        scene.people.deactivate("ada");

        assertThat(signIn(scene.get(app.authorizePath())).status()).isEqualTo(403);
    }

    @Test
    void limitsFailedAttempts() {
        Reply page = scene.get(app.authorizePath());
        for (int i = 0; i < 10; i++) {
            submit(page, "decision", "sign-in", "email", "ada@example.org", "password", "wrong");
        }

        assertThat(signIn(page).status()).isEqualTo(429);
        scene.pass(Duration.ofMinutes(5));
        assertThat(signIn(page).status()).isEqualTo(200);
    }

    @Test
    void grantsNothingWithoutTheFormThatItShowed() {
        Reply page = scene.get(app.authorizePath());
        Reply consent = signIn(page);
        String seal = consent.seal();
        Reply none = submit(page, "decision", "approve");
        Reply forged = submit(page, "decision", "approve", "form", seal.substring(1) + "A");
        Reply otherState = submit(page, "decision", "approve", "form", seal, "state", "other");

        for (Reply refused : new Reply[] {none, forged, otherState}) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Location")).isEmpty();
        }
    }

    @Test
    void decidesOnceByAForm() {
        Reply consent = signIn(scene.get(app.authorizePath()));
        Reply another = signIn(scene.get(app.authorizePath()));

        assertThat(submit(consent, "decision", "approve").status()).isEqualTo(302);
        assertThat(submit(consent, "decision", "approve").status()).isEqualTo(403);
        assertThat(submit(consent, "decision", "deny").status()).isEqualTo(403);
        assertThat(submit(another, "decision", "approve").status()).isEqualTo(302);
    }

    @Test
    void deniesNothingWithoutTheFormThatItShowed() {
        Reply page = scene.get(app.authorizePath());
        Reply stolen = scene.sendFromAnotherBrowser(scene.request(app.authorizePath())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestApp.encoded("decision", "deny", "form", page.seal()))));

        assertThat(stolen.status()).isEqualTo(403);
        assertThat(submit(page, "decision", "deny", "form", "none").status()).isEqualTo(403);
        assertThat(submit(page, "decision", "approve").status()).isEqualTo(403);
    }

    @Test
    void sendsFormsOnlyHereAndOnToTheApp() {
        app.change(row -> row.put("redirect_uris", List.of(REDIRECT, "com.example.app:/callback")));
        String other = app.authorizePath().replace(TestApp.encoded("redirect_uri", REDIRECT), "")
                + "&redirect_uri=com.example.app:/callback";

        assertThat(policy(scene.get(app.authorizePath()))).endsWith("; form-action 'self' https:");
        assertThat(policy(signIn(scene.get(app.authorizePath())))).endsWith("; form-action 'self' https:");
        assertThat(policy(scene.get(other))).endsWith("; form-action 'self' com.example.app: https:");
        assertThat(policy(scene.get("/oauth_device"))).endsWith("; form-action 'self'");
    }

    private static String policy(Reply page) {
        return page.header("Content-Security-Policy");
    }

    @Test
    void grantsNothingToAnotherBrowser() {
        String seal = signIn(scene.get(app.authorizePath())).seal();
        Reply stolen = scene.sendFromAnotherBrowser(scene.request(app.authorizePath())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestApp.encoded("decision", "approve", "form", seal))));

        assertThat(stolen.status()).isEqualTo(403);
    }

    @Test
    void grantsNothingForAnotherAppByTheSameForm() {
        String seal = signIn(scene.get(app.authorizePath())).seal();
        Reply other = scene.get(scene.app(CallerKind.USER).authorizePath());

        assertThat(submit(other, "decision", "approve", "form", seal).status()).isEqualTo(403);
    }

    @Test
    void grantsNothingByAnOldForm() {
        Reply consent = signIn(scene.get(app.authorizePath()));
        scene.pass(Duration.ofMinutes(15));

        assertThat(submit(consent, "decision", "approve").status()).isEqualTo(403);
    }

    @Test
    void grantsNothingForAUserDeactivatedSince() {
        Reply consent = signIn(scene.get(app.authorizePath()));
        scene.people.deactivate("ada");

        assertThat(submit(consent, "decision", "approve").status()).isEqualTo(403);
    }

    @Test
    void grantsNothingByGet() {
        String seal = signIn(scene.get(app.authorizePath())).seal();
        Reply reply = scene.get(app.authorizePath("decision", "approve", "form", seal));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Location")).isEmpty();
    }

    @Test
    void approvesAutomaticallyOnlyInDevelopment() {
        Reply reply = scene.get(app.authorizePath("greenroom_user", "ada"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.body()).doesNotContain("greenroom_user");
    }

    @Test
    void showsAnErrorToAUserWithoutPermissionToApprove() {
        TestApp wide = scene.app(CallerKind.ACCOUNT);
        Reply reply = signIn(scene.get(wide.authorizePath()));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("Only an administrator");
    }

    @Test
    void escapesRequestValues() {
        String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;{{app}}";
        app.change(row -> row.put("name", evil).put("scopes", List.of(evil)));
        Reply signIn = scene.get(app.authorizePath("state", evil));
        Reply consent = signIn(signIn);
        Reply error = scene.get("/oauth/authorize?" + TestApp.encoded("client_id", evil));

        for (Reply page : new Reply[] {signIn, consent, error}) {
            assertThat(page.body())
                    .doesNotContain("<script", "<img", "\"'>", "<Lovelace>")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img");
        }
        assertThat(consent.body()).contains("Ada &lt;Lovelace&gt;");
        assertThat(submit(consent, "decision", "approve").redirected("state")).isEqualTo(evil);
    }

    @Test
    void sendsSecurityHeaders() {
        Reply page = scene.get(app.authorizePath());

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body()).doesNotContain("<script", "src=", "href=", "url(", "@import");
        assertThat(signIn(page).header("Set-Cookie"))
                .matches("greenroom_browser=[\\w-]{22}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void replacesAnOutdatedHashAtTheNextSignIn() {
        String former = new Passwords(40).hash("sesame");
        scene.people.keep(new People.Person(ACME, "ada", "ada@example.org", "Ada", former, true, false));

        submit(scene.get(app.authorizePath()), "decision", "sign-in", "email", "ada@example.org", "password", "wrong");
        assertThat(scene.people.hashOf("ada")).isEqualTo(former);
        assertThat(signIn(scene.get(app.authorizePath())).status()).isEqualTo(200);

        assertThat(scene.people.hashOf("ada")).startsWith("pbkdf2-sha256$1000$");
        assertThat(signIn(scene.get(app.authorizePath())).status()).isEqualTo(200);
    }
}
