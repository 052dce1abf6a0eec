package io.greenroom.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import io.greenroom.server.webhooks.Endpoint.Received;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class WebhookTest {
    @TempDir
    private Path folder;

    private Greenroom server;
    private Doc account;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false", "--data=" + folder);
        account = Talk.to(server).json("{}").post("/_greenroom/accounts").json();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String app() {
        return account.docs("apps").getFirst().text("client_id");
    }

    private String subscriptions() {
        return "/_greenroom/accounts/" + account.id() + "/apps/" + app() + "/subscriptions";
    }

    private Talk.Answer add(String order) {
        return Talk.to(server).json(order).post(subscriptions());
    }

    private Talk.Answer subscribe(Endpoint endpoint, String events) {
        return add(order(endpoint, events, ""));
    }

    private static String order(Endpoint endpoint, String events, String more) {
        return "{\"url\": \"" + endpoint.url() + "\", \"events\": [" + events + "], \"secret_token\": \""
                + Endpoint.SECRET + "\"" + more + "}";
    }

    private Talk.Answer create(String name) {
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
        return Talk.to(server)
                .bearer(token)
                .json("{\"action\":\"create\",\"user_info\":{\"email\":\"" + name + "@example.org\",\"type\":1}}")
                .post("/v2/users");
    }

    private Doc advance(int minutes) {
        return Talk.to(server)
                .json("{\"advance_seconds\": " + minutes * 60 + "}")
                .send("PUT", "/_greenroom/accounts/" + account.id() + "/clock")
                .json();
    }

    private Doc shown() {
        return Talk.to(server).get(subscriptions()).json().docs("subscriptions").getFirst();
    }

    @Test
    void deliversEventsInOrderWithTheVendorsHeaders() throws InterruptedException {
        try (Endpoint endpoint = new Endpoint()) {
            create("before");
            Talk.Answer added = subscribe(endpoint, "\"user.*\"");
            assertThat(added.status()).as(added.body()).isEqualTo(201);
            IntStream.range(0, 5).forEach(i -> create("user" + i));

            List<Received> received = endpoint.await(5);

            assertThat(received)
                    .extracting(request ->
                            request.json().doc("payload").doc("object").text("email"))
                    .containsExactly(
                            "user0@example.org",
                            "user1@example.org",
                            "user2@example.org",
                            "user3@example.org",
                            "user4@example.org");
            Received first = received.getFirst();
            assertThat(received).allMatch(Received::signed);
            assertThat(first.header("content-type")).isEqualTo("application/json; charset=utf-8");
            assertThat(first.header("user-agent")).isEqualTo("Zoom Marketplace/1.0a");
            assertThat(first.header("authorization")).isEqualTo(added.json().text("verification_token"));
            assertThat(first.header("clientid")).isEqualTo(app());
            assertThat(first.header("x-zm-request-timestamp")).matches("[0-9]{10}");
            assertThat(first.header("x-zm-request-id"))
                    .matches("[0-9a-f]{8}_[0-9a-f]{4}_[0-9a-f]{4}_[0-9a-f]{4}_[0-9a-f]{12}");
            assertThat(first.header("x-zm-trackingid")).matches("v=2\\.0;clid=us02;rid=WEB_[0-9a-f]{32}");
            assertThat(first.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-02");
            assertThat(received.stream()
                            .map(request -> request.header("x-zm-request-id"))
                            .distinct())
                    .hasSize(5);
        }
    }

    @Test
    void repeatsFailedDeliveriesByTheAccountsClockAndOthersNever() throws InterruptedException {
        try (Endpoint endpoint = new Endpoint().answering(503, 400, 302, 200, 500, 500, 204)) {
            subscribe(endpoint, "\"user.created\"");
            IntStream.range(0, 4).forEach(i -> create("user" + i));
            List<Received> first = endpoint.await(4);
            assertThat(first).hasSize(4);

            awaitRetries(1);
            advanceToRetry(5);
            endpoint.await(5);
            advanceToRetry(20);
            endpoint.await(6);
            advanceToRetry(60);
            List<Received> all = endpoint.await(7);

            assertThat(all).hasSize(7);
            assertThat(all.subList(4, 7)).allSatisfy(repeat -> {
                assertThat(repeat.body()).isEqualTo(first.getFirst().body());
                assertThat(repeat.header("x-zm-request-id"))
                        .isEqualTo(first.getFirst().header("x-zm-request-id"));
                assertThat(repeat.signed()).isTrue();
            });
            awaitRetries(0);
        }
    }

    /** Moves the clock until the retry that the endpoint has just caused falls due. */
    private void advanceToRetry(int minutes) {
        while (advance(minutes).docs("fired").stream()
                .noneMatch(due -> due.text("kind").equals("webhook-retry"))) {
            Thread.onSpinWait();
        }
    }

    private void awaitRetries(int count) {
        while (shown().number("retries") != count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void continuesAfterARestartWithoutRepeats() throws InterruptedException {
        try (Endpoint endpoint = new Endpoint()) {
            subscribe(endpoint, "\"user.created\"");
            create("first");
            assertThat(endpoint.events(1)).containsExactly("user.created");
            server.close();
            server = Start.server("--demo=false", "--data=" + folder);
            create("second");

            assertThat(endpoint.await(2))
                    .extracting(request ->
                            request.json().doc("payload").doc("object").text("email"))
                    .containsExactly("first@example.org", "second@example.org");
        }
    }

    @Test
    void refusesEndpointsThatDoNotAnswerTheValidation() {
        try (Endpoint endpoint = new Endpoint().knowing("another secret")) {
            Talk.Answer refused = subscribe(endpoint, "\"user.created\"");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().text("message")).contains("the encryptedToken is wrong");
            assertThat(add(order(endpoint, "\"user.created\"", ", \"validate\": false"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void disablesSubscriptionsAfterSixFailedValidations() {
        try (Endpoint endpoint = new Endpoint()) {
            subscribe(endpoint, "\"user.created\"");
            advance(72 * 60);
            String validated = shown().text("created_at");
            while (shown().text("validated_at").compareTo(validated) <= 0
                    || !shown().text("validated_at").substring(0, 10).equals(today())) {
                Thread.onSpinWait();
            }
            endpoint.knowing("another secret");
            for (int failures = 1; failures <= 6; failures++) {
                assertThat(shown().flag("enabled")).isTrue();
                advance(72 * 60);
                while (shown().number("validation_failures") != failures) {
                    Thread.onSpinWait();
                }
            }
            assertThat(shown().flag("enabled")).isFalse();
        }
    }

    private String today() {
        return Talk.to(server)
                .get("/_greenroom/accounts/" + account.id() + "/clock")
                .json()
                .text("now")
                .substring(0, 10);
    }

    @Test
    void refusesUnfitSubscriptions() {
        assertThat(add("{\"url\": \"file:///etc/passwd\", \"events\": [\"user.created\"]}")
                        .body())
                .contains("No events can be sent to file:///etc/passwd");
        assertThat(add("{\"url\": \"http://no-such-host.invalid/\", \"events\": [\"user.created\"]}")
                        .body())
                .contains("does not resolve");
        assertThat(add("{\"url\": \"http://127.0.0.1:" + server.port()
                                + "/_greenroom/accounts\", \"events\": [\"user.created\"]}")
                        .body())
                .contains("this server sends nothing to itself but to its inboxes");
        assertThat(add("{\"url\": \"http://127.0.0.1:9/\", \"events\": [\"user.eaten\"]}")
                        .body())
                .contains("There is no event user.eaten.");
        assertThat(shownAll()).isEmpty();
    }

    private List<Doc> shownAll() {
        return Talk.to(server).get(subscriptions()).json().docs("subscriptions");
    }

    @Test
    void deliversToAnInboxThatFailsAsOrdered() {
        String inbox = "/_greenroom/inbox/mine";
        Talk.to(server).json("{\"times\": 1, \"status\": 500}").send("PUT", inbox);
        Talk.Answer added =
                add("{\"url\": \"http://127.0.0.1:" + server.port() + inbox + "\", \"events\": [\"user.created\"]}");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        create("first");
        create("second");

        List<Doc> messages = Talk.to(server)
                .get(inbox + "/messages?event=user.created&least=2&wait=10")
                .json()
                .docs("messages");

        assertThat(messages).extracting(message -> message.number("status")).containsExactly(500L, 200L);
        assertThat(messages).allMatch(message -> message.flag("signed"));
        awaitRetries(1);
        advanceToRetry(5);
        Doc third = Talk.to(server)
                .get(inbox + "/messages?after=2&wait=10")
                .json()
                .docs("messages")
                .getFirst();
        assertThat(third.text("request_id")).isEqualTo(messages.getFirst().text("request_id"));
        assertThat(third.text("body")).isEqualTo(messages.getFirst().text("body"));
    }

    @Test
    void logsRepeatsReplaysAndTriggersDeliveries() throws InterruptedException {
        try (Endpoint endpoint = new Endpoint()) {
            String own = subscriptions() + "/"
                    + subscribe(endpoint, "\"user.*\"").json().text("subscription_id");
            create("first");
            Received first = endpoint.await(1).getFirst();
            String log = "/_greenroom/accounts/" + account.id() + "/deliveries";
            Doc logged = Talk.to(server).get(log + "?cause=event").json().docs("deliveries").stream()
                    .findFirst()
                    .orElseGet(() -> awaitLogged(log));
            assertThat(logged.text("request_body")).isEqualTo(first.body());
            assertThat(logged.number("status")).isEqualTo(200);
            assertThat(logged.text("verdict")).isEqualTo("delivered");

            String repeat = log + "/" + logged.text("delivery_id") + "/redeliver";
            assertThat(Talk.to(server).json("{}").post(repeat).status()).isEqualTo(200);
            assertThat(Talk.to(server).json("{}").post(own + "/replay").json().docs("deliveries"))
                    .extracting(delivery -> delivery.text("event"))
                    .contains("user.created");
            Talk.Answer triggered = Talk.to(server)
                    .json("{\"event\": \"meeting.ended\", \"overrides\": {\"payload\": {\"account_id\": \"x\"}}}")
                    .post(own + "/trigger");

            assertThat(triggered.json().text("verdict")).isEqualTo("delivered");
            List<Received> all = endpoint.await(4);
            assertThat(all.get(1).header("x-zm-request-id")).isEqualTo(first.header("x-zm-request-id"));
            assertThat(all.getLast().event()).isEqualTo("meeting.ended");
            assertThat(all.getLast().json().doc("payload").text("account_id")).isEqualTo("x");
            assertThat(all).allMatch(Received::signed);
        }
    }

    private Doc awaitLogged(String log) {
        List<Doc> found = List.of();
        while (found.isEmpty()) {
            found = Talk.to(server).get(log + "?cause=event").json().docs("deliveries");
        }
        return found.getFirst();
    }

    @Test
    void spoilsDeliveriesAsOrdered() throws InterruptedException {
        try (Endpoint endpoint = new Endpoint()) {
            String own = subscriptions() + "/"
                    + subscribe(endpoint, "\"user.created\"").json().text("subscription_id");
            spoil(own, "reorder");
            IntStream.range(0, 2).forEach(i -> create("user" + i));
            assertThat(endpoint.await(2))
                    .extracting(request ->
                            request.json().doc("payload").doc("object").text("email"))
                    .containsExactlyInAnyOrder("user1@example.org", "user0@example.org");
            spoil(own, "duplicate");
            create("twice");
            List<Received> twice = endpoint.await(4).subList(2, 4);
            assertThat(twice.getFirst().header("x-zm-request-id"))
                    .isEqualTo(twice.getLast().header("x-zm-request-id"));
            spoil(own, "wrong_signature");
            create("unsigned");
            assertThat(endpoint.await(5).getLast().signed()).isFalse();
            spoil(own, "truncated_body");
            create("cut");
            assertThat(endpoint.await(6).getLast().body()).doesNotEndWith("}");
            spoil(own, "drop");
            create("dropped");
            create("last");
            assertThat(endpoint.await(7).getLast().body()).contains("last@example.org");
        }
    }

    private void spoil(String subscription, String kind) {
        assertThat(Talk.to(server)
                        .json("{\"faults\": [{\"kind\": \"" + kind + "\", \"times\": 1}]}")
                        .send("PUT", subscription + "/faults")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deliversToTheLivingWhileOthersAreDead() throws InterruptedException {
        try (Endpoint endpoint = new Endpoint();
                Endpoint silent = new Endpoint().answering(0, 0, 0)) {
            add(order(silent, "\"user.created\"", ", \"validate\": false"));
            add("{\"url\": \"http://127.0.0.1:9/\", \"events\": [\"user.created\"], \"validate\": false}");
            subscribe(endpoint, "\"user.created\"");
            IntStream.range(0, 3).forEach(i -> create("user" + i));
            assertThat(endpoint.await(3)).hasSize(3);
        }
    }
}
