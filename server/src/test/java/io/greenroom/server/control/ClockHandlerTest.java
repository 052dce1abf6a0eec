package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class ClockHandlerTest {
    private Greenroom server;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Talk talk() {
        return Talk.to(server);
    }

    private Doc opened() {
        return talk().json("{}").post("/_greenroom/accounts").json();
    }

    private static String place(Doc account) {
        return "/_greenroom/accounts/" + account.id();
    }

    @Test
    void movesFreezesAndReleasesTheClockOfOneAccount() {
        Doc account = opened();
        Instant target = Instant.parse("2031-05-06T07:08:09Z");

        Doc frozen = talk().json("{\"now\": \"2031-05-06T07:08:09Z\", \"frozen\": true}")
                .send("PUT", place(account) + "/clock")
                .json();
        Doc advanced = talk().json("{\"advance_seconds\": 3600, \"frozen\": true}")
                .send("PUT", place(account) + "/clock")
                .json();
        Talk.Answer released = talk().send("DELETE", place(account) + "/clock");

        assertThat(frozen.instant("now")).isEqualTo(target);
        assertThat(frozen.flag("frozen")).isTrue();
        assertThat(advanced.instant("now")).isEqualTo(target.plus(Duration.ofHours(1)));
        assertThat(released.status()).isEqualTo(204);
        assertThat(talk().get(place(account) + "/clock").json().instant("now")).isBefore(target);
        assertThat(talk().json("{}").send("PUT", place(account) + "/clock").status())
                .isEqualTo(400);
    }

    @Test
    void keepsClocksWithinTheYearsThatDatesCanName() {
        Doc account = opened();

        assertThat(clockRefused(account, "{\"now\": \"+999999999-12-31T23:59:59Z\"}"))
                .isEqualTo("The clock of an account shows the years from 1970 to 9999.");
        assertThat(clockRefused(account, "{\"now\": \"1969-12-31T23:59:59Z\"}"))
                .isEqualTo("The clock of an account shows the years from 1970 to 9999.");
        assertThat(clockRefused(account, "{\"now\": \"2030-01-01\"}"))
                .startsWith("Give one of now, such as 2030-01-31T12:00:00Z, advance_seconds, and advance");
        talk().json("{\"now\": \"9999-12-31T00:00:00Z\"}").send("PUT", place(account) + "/clock");
        assertThat(clockRefused(account, "{\"advance_seconds\": 86400}"))
                .isEqualTo("The clock of an account shows the years from 1970 to 9999.");
    }

    @Test
    void expiresTokensByTheMovedClock() {
        Doc account = opened();
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));

        talk().json("{\"advance_seconds\": 3601}").send("PUT", place(account) + "/clock");

        assertThat(talk().bearer(token).get("/v2/users").json().text("message")).isEqualTo("Access token is expired.");
    }

    @Test
    void stopsAMoveThatTakesLong() {
        Doc account = opened();
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
        String contact =
                """
                {"first_name": "Una", "last_name": "Below", "email": "una@below.example", "phone_number": "+1 555 0100",
                 "address": "1 Main St", "city": "Springfield", "state": "il", "zip": "62701", "country": "US"}""";
        Doc below = talk().bearer(token)
                .json(
                        """
                        {"first_name": "Una", "last_name": "Below", "email": "una@clock.example",
                         "password": "Sesame-42-open"}""")
                .post("/v2/accounts")
                .json();
        Talk.Answer plan = talk().bearer(token)
                .json("{\"contact\": %s, \"plan_base\": {\"type\": \"monthly\", \"hosts\": 1}}".formatted(contact))
                .post("/v2/accounts/" + below.id() + "/plans");
        assertThat(plan.status()).as(plan.body()).isEqualTo(201);

        CompletableFuture<String> moving =
                CompletableFuture.supplyAsync(() -> clockRefused(below, "{\"now\": \"9999-01-01T00:00:00Z\"}"));
        awaitProgress(below);
        assertThat(talk().send("DELETE", place(below) + "/clock/move").status()).isEqualTo(204);

        assertThat(moving.join())
                .matches("The clock has stopped at 2\\d\\d\\d-\\S+Z, after \\d+ jobs\\. Move it again to go on\\.");
        String reached = talk().get(place(below) + "/clock").json().text("now");
        assertThat(moving.join()).contains(reached.substring(0, "2026-01-01".length()));
        assertThat(talk().send("DELETE", place(below) + "/clock/move").status()).isEqualTo(409);
    }

    private void awaitProgress(Doc account) {
        Doc clock = talk().get(place(account) + "/clock").json();
        while (!clock.has("moving") || clock.doc("moving").number("fired") == 0) {
            clock = talk().get(place(account) + "/clock").json();
        }
    }

    @Test
    void movesByWordsAndRunsFaster() {
        Doc account = opened();
        talk().json("{\"now\": \"2031-05-06T07:08:09Z\", \"frozen\": true}").send("PUT", place(account) + "/clock");

        Doc monday = talk().json("{\"advance\": \"next monday 09:00\", \"frozen\": true}")
                .send("PUT", place(account) + "/clock")
                .json();
        Doc fast = talk().json("{\"scale\": 1000}")
                .send("PUT", place(account) + "/clock")
                .json();

        assertThat(monday.text("now")).isEqualTo("2031-05-12T09:00:00Z");
        assertThat(fast.number("scale")).isEqualTo(1000);
        Doc usual = talk().json("{\"scale\": 1}")
                .send("PUT", place(account) + "/clock")
                .json();
        talk().json("{\"frozen\": true}").send("PUT", place(account) + "/clock");
        Doc running = talk().json("{\"frozen\": false}")
                .send("PUT", place(account) + "/clock")
                .json();
        assertThat(usual.number("scale")).isEqualTo(1);
        assertThat(running.flag("frozen")).isFalse();
        assertThat(clockRefused(account, "{\"advance\": \"some day\"}")).startsWith("Give one of now");
        assertThat(clockRefused(account, "{\"advance\": \"P1D\", \"advance_seconds\": 5}"))
                .startsWith("Give one of now");
        assertThat(clockRefused(account, "{}")).startsWith("Give one of now");
        assertThat(talk().get(place(account) + "/clock").json().instant("now"))
                .isAfter(Instant.parse("2031-05-12T09:00:00Z"));
    }

    private String clockRefused(Doc account, String move) {
        Talk.Answer answer = talk().json(move).send("PUT", place(account) + "/clock");
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().text("message");
    }
}
