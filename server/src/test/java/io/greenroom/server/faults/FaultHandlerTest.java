package io.greenroom.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class FaultHandlerTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Greenroom server;
    private Doc account;
    private String token;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false");
        account = open();
        token = token(account);
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private Doc open() {
        return Talk.to(server).json("{}").post("/_greenroom/accounts").json();
    }

    private String token(Doc of) {
        Doc app = of.docs("apps").getFirst();
        return Talk.token(server, of.id(), app.text("client_id"), app.text("client_secret"));
    }

    private Talk.Answer add(String rule) {
        return Talk.to(server).json(rule).post("/_greenroom/accounts/" + account.id() + "/faults");
    }

    private Talk.Answer users(String by) {
        return Talk.to(server).bearer(by).get("/v2/users");
    }

    private HttpResponse<String> create(String email) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v2/users"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(1))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"action\":\"create\",\"user_info\":{\"email\":\"" + email + "\",\"type\":1}}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private boolean exists(String email) {
        return Talk.to(server).bearer(token).get("/v2/users/" + email).status() == 200;
    }

    @Test
    void answersADeclaredFailureAsOftenAsOrdered() {
        add("{\"match\": {\"operation\": \"users\"}, \"answer\": {\"failure\": \"token-expired\"}, \"times\": 2}");
        String other = token(open());

        assertThat(users(other).status()).isEqualTo(200);
        Talk.Answer struck = users(token);
        assertThat(struck.status()).isEqualTo(401);
        assertThat(struck.json()).isEqualTo(struck.json().put("code", 124).put("message", "Access token is expired."));
        assertThat(struck.head()).contains("X-Greenroom-Fault-Applied: fault");
        assertThat(users(token).status()).isEqualTo(401);
        assertThat(users(token).status()).isEqualTo(200);
        Doc rule = Talk.to(server)
                .get("/_greenroom/accounts/" + account.id() + "/faults")
                .json()
                .docs("faults")
                .getFirst();
        assertThat(rule.number("struck")).isEqualTo(2);
        assertThat(Talk.to(server)
                        .get("/_greenroom/requests?operation=users")
                        .json()
                        .docs("requests"))
                .extracting(request -> request.mayHold("fault") && request.has("fault"))
                .containsExactly(false, true, true, false);
    }

    @ParameterizedTest
    @CsvSource({"rate-per-second, QPS, false", "rate-per-day, Daily-limit, true"})
    void answersRateLimitsWithTheirHeaders(String failure, String type, boolean retry) {
        add("{\"match\": {\"path\": \"/v2/**\"}, \"answer\": {\"failure\": \"" + failure + "\"}}");

        Talk.Answer struck = users(token);

        assertThat(struck.status()).isEqualTo(429);
        assertThat(struck.head()).contains("X-RateLimit-Type: " + type);
        assertThat(struck.head().contains("Retry-After: ")).isEqualTo(retry);
    }

    @Test
    void answersAnyErrorAndStrikesTheNthRequest() {
        add("{\"match\": {\"path\": \"/v2/us*\", \"nth\": 2}, \"answer\": {\"status\": 502, \"code\": 77, \"message\":"
                + " \"Bad gateway.\", \"headers\": [{\"name\": \"X-Proxy\", \"value\": \"p1\"}]}}");

        assertThat(users(token).status()).isEqualTo(200);
        Talk.Answer struck = users(token);
        assertThat(struck.status()).isEqualTo(502);
        assertThat(struck.body()).isEqualTo("{\"code\":77,\"message\":\"Bad gateway.\"}");
        assertThat(struck.head()).contains("X-Proxy: p1");
        assertThat(users(token).status()).isEqualTo(200);
    }

    @Test
    void strikesTheSameRequestsWithTheSameSeed() {
        String rule =
                "{\"match\": {\"operation\": \"users\", \"probability\": 0.5, \"seed\": 7}, \"answer\": {\"status\":"
                        + " 500}}";
        add(rule);
        var first =
                IntStream.range(0, 20).map(i -> users(token).status()).boxed().toList();
        Talk.to(server).send("DELETE", "/_greenroom/accounts/" + account.id() + "/faults");
        add(rule);
        var second =
                IntStream.range(0, 20).map(i -> users(token).status()).boxed().toList();

        assertThat(second).isEqualTo(first).contains(200, 500);
    }

    @ParameterizedTest
    @CsvSource({"reset", "silent", "cut"})
    void breaksConnections(String how) throws Exception {
        add("{\"match\": {\"operation\": \"userCreate\"}, \"connection\": \"" + how + "\", \"times\": 1}");

        assertThatThrownBy(() -> create("lost@example.org"))
                .isInstanceOf(how.equals("silent") ? HttpTimeoutException.class : IOException.class);
        assertThat(exists("lost@example.org")).isFalse();
        assertThat(create("lost@example.org").statusCode()).isEqualTo(201);
    }

    @Test
    void losesTheAnswerOfARequestThatHasItsEffect() {
        add("{\"match\": {\"operation\": \"userCreate\"}, \"connection\": \"reset\", \"done\": true}");

        assertThatThrownBy(() -> create("kept@example.org")).isInstanceOf(IOException.class);

        assertThat(exists("kept@example.org")).isTrue();
    }

    @Test
    void answersAnErrorAfterTheEffect() throws Exception {
        add("{\"match\": {\"operation\": \"userCreate\"}, \"answer\": {\"status\": 504}, \"done\": true}");

        assertThat(create("kept@example.org").statusCode()).isEqualTo(504);

        assertThat(exists("kept@example.org")).isTrue();
    }

    @Test
    void damagesAnswers() {
        add("{\"match\": {\"operation\": \"users\"}, \"damage\": \"malformed\", \"times\": 1}");
        add("{\"match\": {\"operation\": \"users\"}, \"damage\": \"content_type\", \"times\": 1}");
        add("{\"match\": {\"operation\": \"users\"}, \"damage\": \"empty\", \"times\": 1}");

        assertThat(users(token).body()).startsWith("{\"page_count\"").doesNotEndWith("}");
        assertThat(users(token).head()).contains("Content-Type: text/html").doesNotContain("application/json");
        Talk.Answer empty = users(token);
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(users(token).json().docs("users")).hasSize(1);
    }

    @Test
    void failsTheTokenEndpointForOneAccount() {
        Talk.to(server)
                .json("{\"times\": 1}")
                .post("/_greenroom/accounts/" + account.id() + "/fault_presets/token-endpoint-down");
        Doc app = account.docs("apps").getFirst();
        String token = "/oauth/token?grant_type=account_credentials&account_id=" + account.id() + "&client_id="
                + app.text("client_id");

        assertThat(token(open())).isNotEmpty();
        Talk.Answer down = Talk.to(server)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post(token + "&x=1");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).isEqualTo("{\"reason\":\"Service unavailable.\",\"error\":\"server_error\"}");
        assertThat(token(account)).isNotEmpty();
    }

    @Test
    void ordersAFaultByHeaderUnlessTheProfileForbidsIt() {
        assertThat(Talk.to(server)
                        .bearer(token)
                        .header("X-Greenroom-Fault", "status=418; message=Short and stout")
                        .get("/v2/users")
                        .body())
                .isEqualTo("{\"code\":418,\"message\":\"Short and stout\"}");
        assertThat(Talk.to(server)
                        .bearer(token)
                        .header("X-Greenroom-Fault", "nonsense")
                        .get("/v2/users")
                        .json()
                        .text("message"))
                .isEqualTo("The header X-Greenroom-Fault is no order of a fault.");
        server.close();
        server = Start.server("--demo=false", "--faults-by-header=false");
        account = open();
        assertThat(Talk.to(server)
                        .bearer(token(account))
                        .header("X-Greenroom-Fault", "status=418")
                        .get("/v2/users")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"match\": {}, \"answer\": {\"status\": 500}} | A fault rule must say what it matches; {\"path\":"
                        + " \"/**\"} matches every request.",
                "{\"match\": {\"path\": \"/**\"}} | A fault rule needs delay_ms, answer, connection or damage.",
                "{\"match\": {\"operation\": \"nothing\"}, \"delay_ms\": 1} | There is no operation nothing.",
                "{\"match\": {\"operation\": \"users\"}, \"answer\": {\"failure\": \"x\"}} | There is no failure x.",
            })
    void refusesRulesThatCannotBeMeant(String rule, String message) {
        Talk.Answer refused = add(rule);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().text("message")).isEqualTo(message);
    }

    @Test
    void listsAndAddsPresets() {
        assertThat(Talk.to(server).get("/_greenroom/fault_presets").json().docs("presets"))
                .extracting(preset -> preset.text("name"))
                .isEqualTo(FaultPresets.NAMES);
        for (String preset : FaultPresets.NAMES) {
            assertThat(Talk.to(server)
                            .json("{}")
                            .post("/_greenroom/accounts/" + account.id() + "/fault_presets/" + preset)
                            .status())
                    .isEqualTo(201);
        }
        assertThat(Talk.to(server)
                        .json("{}")
                        .post("/_greenroom/accounts/" + account.id() + "/fault_presets/nothing")
                        .json()
                        .text("message"))
                .startsWith("There is no preset nothing. Presets: expired-tokens, ");
    }

    @Test
    void refusesTooManyRulesAndRemovesThem() {
        for (int i = 0; i < 100; i++) {
            assertThat(add("{\"match\": {\"operation\": \"user\"}, \"delay_ms\": 0}")
                            .status())
                    .isEqualTo(201);
        }
        assertThat(add("{\"match\": {\"operation\": \"user\"}, \"delay_ms\": 0}")
                        .status())
                .isEqualTo(409);
        String faults = "/_greenroom/accounts/" + account.id() + "/faults";
        String id = Talk.to(server).get(faults).json().docs("faults").getFirst().id();
        assertThat(Talk.to(server).send("DELETE", faults + "/" + id).status()).isEqualTo(204);
        assertThat(Talk.to(server).send("DELETE", faults + "/" + id).status()).isEqualTo(404);
        assertThat(Talk.to(server).get(faults).json().docs("faults")).hasSize(99);
    }
}
