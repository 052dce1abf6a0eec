package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and counters of an account are removed with it, and those of others are kept. */
class AccountRemovalTest {
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path data;

    private record Opened(String id, String token) {}

    private static Opened open(Greenroom server, String order) {
        Doc account = Talk.to(server).json(order).post("/_greenroom/accounts").json();
        Doc app = account.docs("apps").getFirst();
        return new Opened(
                account.id(), Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret")));
    }

    private static void remove(Greenroom server, String account) {
        assertThat(Talk.to(server)
                        .send("DELETE", "/_greenroom/accounts/" + account)
                        .status())
                .isEqualTo(204);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("media"))) {
            return files.sorted().toList();
        }
    }

    private static void send(Greenroom server, Opened account, String field, String path) throws Exception {
        byte[] head = ("--limit\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/v2/" + path))
                .header("Authorization", "Bearer " + account.token())
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofByteArrays(List.of(head, PICTURE, end)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private static void fill(Greenroom server, Opened account) throws Exception {
        send(server, account, "pic_file", "users/me/picture");
        send(server, account, "file", "users/me/settings/virtual_backgrounds");
        send(server, account, "file", "accounts/me/settings/virtual_backgrounds");
    }

    @Test
    void removesOnlyTheFilesOfTheAccount() throws Exception {
        List<Path> others;
        try (Greenroom server = Start.server("--demo=false", "--data=" + data)) {
            fill(server, open(server, "{}"));
            others = files();
            Opened account = open(server, "{}");
            fill(server, account);
            assertThat(files()).hasSize(6);

            remove(server, account.id());
        }
        // Closing has waited for the due work.
        assertThat(files()).hasSize(3).isEqualTo(others);
    }

    @Test
    void removesTheFilesOfAnAccountWithAFrozenClock() throws Exception {
        try (Greenroom server = Start.server("--demo=false", "--data=" + data)) {
            Opened account = open(server, "{}");
            fill(server, account);
            Talk.to(server)
                    .json("{\"now\": \"2120-01-01T00:00:00Z\", \"frozen\": true}")
                    .send("PUT", "/_greenroom/accounts/" + account.id() + "/clock");

            remove(server, account.id());
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void forgetsHowOftenAnAccountHasAskedAndNotHowOftenOthersHave() {
        String order = "{\"id\": \"%s\", \"plan\": \"free\"}";
        try (Greenroom server = Start.server("--demo=false", "--limits=enforce", "--data=" + data)) {
            Opened acme = open(server, order.formatted("acme"));
            Opened other = open(server, order.formatted("acme-2"));
            String first = remaining(server, acme);
            String second = remaining(server, acme);
            assertThat(remaining(server, other)).isEqualTo(first);

            remove(server, "acme");

            assertThat(remaining(server, open(server, order.formatted("acme")))).isEqualTo(first);
            assertThat(remaining(server, other)).isEqualTo(second);
        }
    }

    private static String remaining(Greenroom server, Opened account) {
        return Talk.to(server)
                .bearer(account.token())
                .get("/v2/users/me")
                .head()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-ratelimit-remaining: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void opensNoAccountUnderAnIdThatIsTakenOrUnfit() {
        try (Greenroom server = Start.server("--demo=false")) {
            open(server, "{\"id\": \"acme\"}");

            assertThat(opening(server, "acme").status()).isEqualTo(409);
            assertThat(opening(server, "acme").json().text("message")).isEqualTo("There is an account acme already.");
            assertThat(opening(server, "").status()).isEqualTo(400);
            assertThat(opening(server, "acme/light").status()).isEqualTo(400);
        }
    }

    private static Talk.Answer opening(Greenroom server, String id) {
        return Talk.to(server).json("{\"id\": \"" + id + "\"}").post("/_greenroom/accounts");
    }
}
