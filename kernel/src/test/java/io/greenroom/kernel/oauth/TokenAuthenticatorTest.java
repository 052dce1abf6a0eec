package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Authenticator;
import io.greenroom.kernel.auth.TokenAuthenticator;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.store.KernelTables;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // begin() sets the rest
class TokenAuthenticatorTest extends AuthTest {
    private TestApp app;
    private String token;
    private TokenAuthenticator authenticator;

    @BeforeEach
    void begin() {
        app = scene.app(CallerKind.SERVER);
        token = app.accountCredentials().text("access_token");
        authenticator = scene.authenticator(false);
    }

    private void assertRefusedToken(String sent, String message) {
        assertThatThrownBy(() -> authenticator.identify(sent)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.failure().status()).isEqualTo(401);
            assertThat(refusal.failure().code()).isEqualTo(124);
            assertThat(refusal.message()).isEqualTo(message);
        });
    }

    private void assertInvalid(String sent) {
        assertRefusedToken(sent, "Invalid access token.");
    }

    @Test
    void givesTheCallerAndTheirAccount() {
        Authenticator.Identity identity = authenticator.identify(token);

        assertThat(identity.caller())
                .isEqualTo(new Caller(ACME, "owner", app.id(), CallerKind.SERVER, Set.of("meeting:read", "user:read")));
        assertThat(identity.account().id()).isEqualTo(ACME);
        assertThat(authenticator.identify(token).caller()).isSameAs(identity.caller());
    }

    @Test
    void takesATokenForAnHour() {
        scene.pass(Duration.ofSeconds(3599));
        assertThat(authenticator.identify(token).caller().appId()).isEqualTo(app.id());

        scene.pass(Duration.ofSeconds(1));
        assertRefusedToken(token, "Access token is expired.");
    }

    @Test
    void usesTheClockOfTheAccount() {
        scene.account("other");
        String others =
                scene.app("other", CallerKind.SERVER).accountCredentials().text("access_token");
        scene.moveClock(ACME, Duration.ofHours(1));

        assertRefusedToken(token, "Access token is expired.");
        assertThat(authenticator.identify(others).caller().account()).isEqualTo("other");
        String made = app.accountCredentials().text("access_token");
        assertThat(authenticator.identify(made).caller().account()).isEqualTo(ACME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "a.b",
                "a.b.c",
                "...",
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJhbGciOiJIUzUxMiJ9.e30.AAAA",
                "bnVsbA.e30.AAAA",
                "null",
                "\u0000",
                "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJcdTAwMDAiLCJleHAiOjF9.AAAA", // {"iss":"\u0000","exp":1}
                "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJcdWQ4MDAiLCJleHAiOjF9.AAAA" // {"iss":"\ud800","exp":1}
            })
    void refusesGarbage(String garbage) {
        assertInvalid(garbage);
    }

    @Test
    void refusesOverlongTokens() {
        assertInvalid("a".repeat(5000));
        assertInvalid("a." + "b".repeat(5_000_000) + ".c");
        String deep = "{\"alg\":\"HS256\",\"a\":" + "[".repeat(2900);
        assertInvalid(Base64.getUrlEncoder().encodeToString(deep.getBytes(StandardCharsets.UTF_8)) + ".e30.AAAA");
    }

    @Test
    void refusesAChangedToken() {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("owner", "admin").getBytes(StandardCharsets.UTF_8));

        assertInvalid(parts[0] + "." + changed + "." + parts[2]);
        assertInvalid(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void refusesATokenOfAnotherInstallation() {
        byte[] foreign = new byte[64];
        assertInvalid(signed(JWSAlgorithm.HS512, foreign, "{\"tokenType\":\"access_token\",\"accountId\":\"acme\"}"));
        assertInvalid(signed(JWSAlgorithm.HS256, foreign, "{\"tokenType\":\"access_token\",\"accountId\":\"acme\"}"));
    }

    @Test
    void refusesARefreshToken() {
        scene.people.settle(ACME, "ada");

        assertInvalid(scene.app(CallerKind.USER).tokensOf("ada").text("refresh_token"));
    }

    @Test
    void refusesATokenOfADisabledOrDeletedApp() {
        authenticator.identify(token);
        app.stop();

        assertInvalid(token);
        app.start();
        assertInvalid(token);
    }

    @Test
    void refusesATokenOfARemovedAccount() {
        scene.inside(ACME, unit -> {
            unit.delete(
                    KernelTables.ACCOUNTS,
                    unit.find(KernelTables.ACCOUNTS, ACME).orElseThrow());
            return unit;
        });

        assertInvalid(token);
    }

    @Test
    void takesATokenAfterARestart() {
        scene.restart();

        assertThat(scene.authenticator(false).identify(token).caller().appId()).isEqualTo(app.id());
    }

    @Test
    void takesATokenOfALegacyAppForItsOwner() {
        TestApp legacy = scene.app(CallerKind.JWT);
        authenticator = scene.authenticator(true);

        Caller caller = authenticator
                .identify(legacy("{\"iss\":\"" + legacy.id() + "\",\"exp\":" + in(5) + "}"))
                .caller();
        assertThat(caller).isEqualTo(new Caller(ACME, "owner", legacy.id(), CallerKind.JWT, Set.of()));
    }

    @Test
    void passesOverOtherClaimsOfALegacyToken() {
        TestApp legacy = scene.app(CallerKind.JWT);
        authenticator = scene.authenticator(true);
        String milliseconds = in(5) + "000";

        for (String claims : new String[] {
            "{\"aud\":null,\"iss\":\"%s\",\"exp\":%s,\"iat\":%s}".formatted(legacy.id(), in(60), in(0)),
            "{\"iss\":\"%s\",\"exp\":%s.5}".formatted(legacy.id(), in(60)),
            "{\"iss\":\"%s\",\"exp\":%s}".formatted(legacy.id(), milliseconds),
            "{\"iss\":\"%s\",\"exp\":1e300}".formatted(legacy.id())
        }) {
            assertThat(authenticator.identify(legacy(claims)).caller().appId()).isEqualTo(legacy.id());
        }
    }

    @Test
    void takesALegacyTokenUntilItExpires() {
        TestApp legacy = scene.app(CallerKind.JWT);
        authenticator = scene.authenticator(true);
        String short5 = legacy("{\"iss\":\"" + legacy.id() + "\",\"exp\":" + in(5) + "}");
        authenticator.identify(short5);
        scene.pass(Duration.ofSeconds(5));

        assertRefusedToken(short5, "Access token is expired.");
        assertRefusedToken(
                legacy("{\"iss\":\"" + legacy.id() + "\",\"exp\":" + in(-1) + "}"), "Access token is expired.");
    }

    @Test
    void takesNoLegacyTokenBeforeItBegins() {
        TestApp legacy = scene.app(CallerKind.JWT);
        String rest = "\",\"exp\":" + in(600) + ",\"nbf\":";
        authenticator = scene.authenticator(true);

        String soon = legacy("{\"iss\":\"" + legacy.id() + rest + in(120) + "}");
        assertInvalid(soon);
        assertInvalid(legacy("{\"iss\":\"" + legacy.id() + rest + in(120) + "000}"));
        assertInvalid(legacy("{\"iss\":\"" + legacy.id() + rest + "\"now\"}"));
        assertThat(authenticator
                        .identify(legacy("{\"iss\":\"" + legacy.id() + rest + in(30) + "}"))
                        .caller()
                        .appId())
                .isEqualTo(legacy.id());
        scene.pass(Duration.ofSeconds(61));
        assertThat(authenticator.identify(soon).caller().appId()).isEqualTo(legacy.id());
    }

    @Test
    void refusesLegacyTokensThatDoNotFit() {
        TestApp legacy = scene.app(CallerKind.JWT);
        authenticator = scene.authenticator(true);
        String claims = "{\"iss\":\"" + legacy.id() + "\",\"exp\":" + in(60) + "}";

        assertInvalid(signedShort("wrong", claims));
        assertInvalid(legacy("{\"iss\":\"nobody\",\"exp\":" + in(60) + "}"));
        assertInvalid(legacy("{\"iss\":\"" + legacy.id() + "\"}"));
        assertInvalid(legacy("{\"iss\":\"" + legacy.id() + "\",\"exp\":\"soon\"}"));
        assertInvalid(legacy("{\"iss\":\"" + app.id() + "\",\"exp\":" + in(60) + "}"));
        assertInvalid(legacy("{\"iss\":\"a\\u0000b\",\"exp\":" + in(60) + "}"));
        assertInvalid(legacy("[]"));
        assertInvalid(signedShort("{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}", TestApp.SECRET, claims));
    }

    @Test
    void refusesLegacyTokensWhereTheyAreSwitchedOff() {
        TestApp legacy = scene.app(CallerKind.JWT);

        assertInvalid(legacy("{\"iss\":\"" + legacy.id() + "\",\"exp\":" + in(60) + "}"));
    }

    @Test
    void refusesALegacyTokenWhenItsAppWasStoppedOrGotAnotherSecret() {
        TestApp stopped = scene.app(CallerKind.JWT);
        TestApp changed = scene.app(CallerKind.JWT);
        authenticator = scene.authenticator(true);
        String stoppedToken = legacy("{\"iss\":\"" + stopped.id() + "\",\"exp\":" + in(60) + "}");
        String changedToken = legacy("{\"iss\":\"" + changed.id() + "\",\"exp\":" + in(60) + "}");
        authenticator.identify(stoppedToken);
        authenticator.identify(changedToken);
        stopped.stop();
        changed.change(row -> row.put("signing_key", "another"));

        assertInvalid(stoppedToken);
        assertInvalid(changedToken);
    }

    private long in(int seconds) {
        return scene.clock.now().getEpochSecond() + seconds;
    }

    private static String legacy(String claims) {
        return signedShort(TestApp.SECRET, claims);
    }

    /** Nimbus signs with no key as short as this, so the signature is made by hand. */
    private static String signedShort(String secret, String claims) {
        return signedShort("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", secret, claims);
    }

    private static String signedShort(String header, String secret, String claims) {
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        String input = text.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + text.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return input + "." + text.encodeToString(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, byte[] key, String claims) {
        JWSObject token = new JWSObject(new JWSHeader(algorithm), new Payload(claims));
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }
}
