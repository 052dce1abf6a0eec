package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Doc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is stopped while requests are running: no answered change is lost. */
class StopTest {
    private static final int CLIENTS = 12;
    private static final int BEFORE_STOP = 300;
    private static final int STOP_SECONDS = 5;
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final CountDownLatch busy = new CountDownLatch(BEFORE_STOP);

    private Program started() throws IOException {
        return Program.start(
                folder.resolve("log"),
                "--data=" + folder.resolve("data"),
                "--limits=off",
                "--log-requests=all",
                "--log-format=text",
                "--stop-seconds=" + STOP_SECONDS);
    }

    private static String token(Program program) {
        Credentials app = Demo.App.SERVER.credentials();
        return Talk.token(program.port(), Demo.ACCOUNT, app.clientId(), app.clientSecret());
    }

    private static String body(String email) {
        return "{\"action\": \"custCreate\", \"user_info\": {\"email\": \"" + email + "\", \"type\": 1}}";
    }

    private static String head(Program program, String token, String body, String more) {
        return "POST /v2/users HTTP/1.1\r\nHost: 127.0.0.1:" + program.port() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\n" + more + "Content-Length: " + body.length() + "\r\n\r\n";
    }

    private static String request(Program program, String token, String email) {
        String body = body(email);
        return head(program, token, body, "") + body;
    }

    /** Adds users, one after the other, until the server is gone. */
    private int ask(Program program, String token, int client) throws IOException {
        int asked = 0;
        Optional<Wire> wire = Wire.open(program.port());
        while (wire.isPresent()) {
            try (Wire open = wire.get()) {
                boolean more = true;
                while (more) {
                    asked++;
                    more = add(open, program, token, "user-" + client + "-" + asked + "@load.example");
                }
            }
            wire = Wire.open(program.port());
        }
        return asked;
    }

    /** Adds one user; false when the connection serves no more. */
    private boolean add(Wire wire, Program program, String token, String email) {
        Optional<Wire.Answer> answer = wire.send(request(program, token, email)) ? wire.answer() : Optional.empty();
        if (answer.isEmpty()) {
            unanswered.add(email);
            return false;
        }
        if (answer.get().status() == 201) {
            accepted.add(email);
            busy.countDown();
        }
        return !answer.get().last();
    }

    @Test
    void losesNothingThatItHasAnswered() throws Exception {
        List<String> logged;
        try (Program program = started();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            String token = token(program);
            List<Future<Integer>> asking = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                asking.add(clients.submit(() -> ask(program, token, number)));
            }
            assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();

            program.terminate();

            assertThat(program.ended(STOP_SECONDS + 20)).isIn(0, TERMINATED);
            for (Future<Integer> client : asking) {
                assertThat(client.get()).as("no answer was cut off").isPositive();
            }
            logged = program.logged();
        }
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(BEFORE_STOP);
        assertThat(logged.stream().filter(line -> line.contains("user.created")).count())
                .as("events that were delivered")
                .isGreaterThanOrEqualTo(accepted.size());
        try (Program again = started()) {
            List<String> emails = emails(again);
            assertThat(emails).containsAll(accepted);
            assertThat(unanswered).as("done and not answered").noneMatch(emails::contains);
            assertThat(told(again)).containsAll(accepted);
            assertThat(Talk.to(again.port()).get("/_greenroom/info").json().number("undelivered_events"))
                    .isZero();
        }
    }

    @Test
    void finishesARequestThatIsStillArriving() throws Exception {
        try (Program program = started()) {
            String token = token(program);
            String body = body("late@load.example");
            String head = head(program, token, body, "Expect: 100-continue\r\n");
            try (Wire wire = Wire.open(program.port()).orElseThrow();
                    Wire quiet = Wire.open(program.port()).orElseThrow()) {
                assertThat(quiet.send(request(program, token, "early@load.example")))
                        .isTrue();
                assertThat(quiet.answer()).contains(new Wire.Answer(201, false));
                assertThat(wire.send(head)).isTrue();
                assertThat(wire.answer()).as("the server reads").contains(new Wire.Answer(100, false));
                assertThat(wire.send(body.substring(0, 10))).isTrue();

                program.terminate();
                assertThat(quiet.answer())
                        .as("it is closed once the server stops")
                        .isEmpty();
                assertThat(wire.send(body.substring(10))).isTrue();

                assertThat(wire.answer()).contains(new Wire.Answer(201, true));
            }
            assertThat(program.ended(STOP_SECONDS + 20)).isIn(0, TERMINATED);
        }
        try (Program again = started()) {
            assertThat(emails(again)).contains("early@load.example", "late@load.example");
        }
    }

    private static List<String> emails(Program program) {
        String token = token(program);
        List<String> emails = new ArrayList<>();
        String next = "";
        do {
            Doc page = Talk.to(program.port())
                    .bearer(token)
                    .get("/v2/users?page_size=300&next_page_token=" + next)
                    .json();
            page.docs("users").forEach(user -> emails.add(user.text("email")));
            next = page.text("next_page_token", "");
        } while (!next.isEmpty());
        return emails;
    }

    /** The users whose creation was announced. */
    private static List<String> told(Program program) {
        List<String> emails = new ArrayList<>();
        long after = 0;
        List<Doc> events;
        do {
            events = Talk.to(program.port())
                    .get("/_greenroom/accounts/" + Demo.ACCOUNT + "/events?limit=1000&after=" + after)
                    .json()
                    .docs("events");
            for (Doc event : events) {
                after = event.number("sequence");
                if (event.text("name").equals("user.created")) {
                    emails.add(event.doc("body").doc("payload").doc("object").text("email"));
                }
            }
        } while (!events.isEmpty());
        return emails;
    }
}
