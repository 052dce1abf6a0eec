package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random requests are answered with a success or a client error. */
class OAuthFuzzTest extends AuthTest {
    private static final int REQUESTS = 400;
    private static final List<String> PATHS = List.of(
            "/oauth/authorize",
            "/oauth/token",
            "/oauth/devicecode",
            "/oauth/revoke",
            "/oauth/data/compliance",
            "/oauth_device",
            "/oauth",
            "/oauth/token/x");
    private static final List<String> NAMES = List.of(
            "grant_type",
            "code",
            "redirect_uri",
            "client_id",
            "client_secret",
            "response_type",
            "state",
            "code_challenge",
            "code_challenge_method",
            "code_verifier",
            "refresh_token",
            "account_id",
            "device_code",
            "user_code",
            "token",
            "decision",
            "form",
            "email",
            "password",
            "person",
            "greenroom_user",
            "scope",
            "");
    private static final List<String> HEADERS = List.of(
            "Basic",
            "Basic ",
            "Basic Og==",
            "Basic %%%",
            "Bearer x",
            "basic YTpi",
            "Basic 4pi6OuKYug==",
            "Basic AABhOmI=",
            "x");
    private static final List<String> MEDIA = List.of(
            "application/x-www-form-urlencoded",
            "application/json",
            "application/x-www-form-urlencoded; charset=iso-8859-7",
            "multipart/form-data",
            "/",
            "text/plain");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersEverythingWithoutAFaultOfItsOwn(long seed) {
        Random random = new Random(seed);
        scene.people.settle(ACME, "ada");
        List<TestApp> apps = List.of(
                scene.app(CallerKind.USER),
                scene.app(CallerKind.SERVER),
                scene.app(CallerKind.CHATBOT),
                scene.app(CallerKind.JWT));
        Reply tokens = apps.getFirst().tokensOf("ada");
        List<String> values = values(tokens);

        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < REQUESTS; i++) {
            TestApp app = one(apps, random);
            HttpRequest.Builder request = scene.request(one(PATHS, random) + "?"
                    + parameters(app, values, random)
                            .replace("\u2603", "%E2%98%83")
                            .replaceAll("%(?![0-9A-Fa-f]{2})", "%25")
                            .replaceAll("[{}\"]", ""));
            if (random.nextInt(3) > 0) {
                request.header(
                        "Authorization",
                        random.nextInt(3) > 0 ? TestApp.basic(app.id(), TestApp.SECRET) : one(HEADERS, random));
            }
            if (random.nextInt(4) > 0) {
                request.header("Content-Type", one(MEDIA, random))
                        .POST(BodyPublishers.ofString(parameters(app, values, random)));
            }
            Reply reply = scene.send(request);
            assertThat(reply.status()).as("%s %s", i, reply.body()).isBetween(200, 499);
            seen.add(reply.status());
        }
        assertThat(seen).contains(200, 400, 401, 404, 405);
    }

    private static List<String> values(Reply tokens) {
        return List.of(
                "authorization_code",
                "refresh_token",
                "client_credentials",
                "account_credentials",
                DeviceGrant.NAME,
                "code",
                "plain",
                "S256",
                "approve",
                "deny",
                "sign-in",
                "ada",
                "ada@example.org",
                ACME,
                AuthScene.REDIRECT,
                TestApp.SECRET,
                tokens.text("access_token"),
                tokens.text("refresh_token"),
                "{\"client_id\":1}",
                "",
                "%",
                "%00",
                "%ff%fe",
                "%F0%9F%98%80",
                "a".repeat(4097),
                "0",
                "-1",
                "@",
                "\u2603");
    }

    private static String parameters(TestApp app, List<String> values, Random random) {
        StringJoiner parameters = new StringJoiner(random.nextInt(20) == 0 ? "&&" : "&");
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            String name = one(NAMES, random);
            boolean clientId = name.equals("client_id") && random.nextBoolean();
            parameters.add(name + (random.nextInt(30) == 0 ? "" : "=") + (clientId ? app.id() : one(values, random)));
        }
        return parameters.toString();
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
