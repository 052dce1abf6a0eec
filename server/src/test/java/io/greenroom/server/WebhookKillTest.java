package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.webhooks.Endpoint;
import io.greenroom.server.webhooks.Endpoint.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed server delivers the events of all changes that it has acknowledged once it runs again. */
class WebhookKillTest {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 8;
    private static final int BEFORE_KILL = 40;

    @TempDir
    private Path folder;

    private Program started() throws IOException {
        return Program.start(
                folder.resolve("log.txt"), "--data=" + folder.resolve("data"), "--demo=false", "--log-requests=off");
    }

    @Test
    void losesNoEventAndRepeatsWithTheSameRequestIds() throws IOException, InterruptedException {
        Queue<String> accepted = new ConcurrentLinkedQueue<>();
        try (Endpoint endpoint = new Endpoint()) {
            Doc account = new Doc(Schema.anyObject());
            for (int round = 0; round < ROUNDS; round++) {
                try (Program program = started()) {
                    if (round == 0) {
                        account = opened(program, endpoint);
                    }
                    write(program, account, "r" + round, accepted);
                }
            }
            try (Program program = started()) {
                assertThat(program.port()).isPositive();
                List<String> wanted = List.copyOf(accepted);
                List<Received> received = endpoint.await(wanted.size());
                while (!emails(received).containsAll(wanted)) {
                    received = endpoint.await(received.size() + 1);
                }
                assertSameIds(received);
            }
        }
    }

    private static Doc opened(Program program, Endpoint endpoint) {
        Doc account =
                Talk.to(program.port()).json("{}").post("/_greenroom/accounts").json();
        String app = account.docs("apps").getFirst().text("client_id");
        Talk.Answer added = Talk.to(program.port())
                .json("{\"url\": \"" + endpoint.url() + "\", \"events\": [\"user.created\"], \"secret_token\": \""
                        + Endpoint.SECRET + "\"}")
                .post("/_greenroom/accounts/" + account.id() + "/apps/" + app + "/subscriptions");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return account;
    }

    /** Creates users until enough are acknowledged; the server is killed while others are being created. */
    private static void write(Program program, Doc account, String round, Queue<String> accepted)
            throws InterruptedException {
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(program.port(), account.id(), app.text("client_id"), app.text("client_secret"));
        int enough = accepted.size() + BEFORE_KILL;
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = round + "w" + writer + "n";
            writers.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; accepted.size() < enough; i++) {
                        create(program, token, prefix + i + "@example.org", accepted);
                    }
                } catch (UncheckedIOException | StringIndexOutOfBoundsException killed) {
                    assertThat(killed).isNotNull();
                }
            }));
        }
        while (accepted.size() < enough - WRITERS) {
            Thread.onSpinWait();
        }
        program.close();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void create(Program program, String token, String email, Queue<String> accepted) {
        Talk.Answer answer = Talk.to(program.port())
                .bearer(token)
                .json("{\"action\":\"create\",\"user_info\":{\"email\":\"" + email + "\",\"type\":1}}")
                .post("/v2/users");
        if (answer.status() == 201) {
            accepted.add(email);
        }
    }

    private static List<String> emails(List<Received> received) {
        return received.stream().map(WebhookKillTest::email).toList();
    }

    private static String email(Received request) {
        return request.json().doc("payload").doc("object").text("email");
    }

    private static void assertSameIds(List<Received> received) {
        Map<String, String> ids = new HashMap<>();
        for (Received request : received) {
            String id = request.header("x-zm-request-id");
            assertThat(ids.computeIfAbsent(email(request), any -> id)).isEqualTo(id);
        }
        assertThat(ids.values()).doesNotHaveDuplicates();
    }
}
