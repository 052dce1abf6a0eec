package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.CannotListen;
import io.greenroom.kernel.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreenroomTest {
    @TempDir
    Path folder;

    private static String demoToken(Greenroom server) {
        Credentials app = Demo.App.SERVER.credentials();
        return Talk.token(server, Demo.ACCOUNT, app.clientId(), app.clientSecret());
    }

    private String data() {
        return "--data=" + folder.resolve("data");
    }

    @Test
    void servesTheApiTheDocsTheProbesAndTheControlApi() {
        try (Greenroom server = Start.server()) {
            assertThat(Talk.to(server).get("/livez").body()).isEqualTo("live\n");
            assertThat(Talk.to(server).get("/readyz").body()).isEqualTo("ready\n");
            assertThat(Talk.to(server).get("/metrics").status()).isEqualTo(200);
            assertThat(Talk.to(server).get("/docs/").status()).isEqualTo(200);
            assertThat(Talk.to(server).get("/_greenroom/health").json().text("status"))
                    .isEqualTo("ok");
            assertThat(Talk.to(server).get("/v2/users").json().number("code")).isEqualTo(124);
            assertThat(Talk.to(server).get("/").head()).contains("Location: /docs/");
        }
    }

    @Test
    void answersAnUnknownPlaceAsTheApiDoes() {
        try (Greenroom server = Start.server()) {
            Talk.Answer answer = Talk.to(server).get("/favicon.ico");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().number("code")).isEqualTo(2300);
        }
    }

    @Test
    void keepsItsStateInTheDataFolder() {
        String token;
        try (Greenroom server = Start.server(data())) {
            token = demoToken(server);
        }
        try (Greenroom server = Start.server(data())) {
            Talk.Answer answer = Talk.to(server).bearer(token).get("/v2/tsp");

            assertThat(answer.status()).isNotEqualTo(401);
            assertThat(Talk.to(server).get("/_greenroom/info").json().number("accounts"))
                    .isEqualTo(1);
        }
    }

    @Test
    void forgetsItsStateWithoutADataFolder() {
        Path home;
        try (Greenroom server = Start.server()) {
            home = server.home().folder();
            assertThat(home).isDirectory();
        }
        assertThat(home).doesNotExist();
    }

    @Test
    void hasNoDemoAccountWhereNoneIsWanted() {
        try (Greenroom server = Start.server("--demo=false")) {
            assertThat(Talk.to(server).get("/_greenroom/info").json().number("accounts"))
                    .isZero();
        }
    }

    @Test
    void startsWithNoDemoAccountThatIsThereAndIsNotWanted() {
        Start.server(data()).close();

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Start.server("--profile=production", "--public-url=https://zoom.example.org", data()))
                .withMessageContaining("demo is false (profile production)")
                .withMessageContaining("DELETE /_greenroom/accounts/" + Demo.ACCOUNT);
        try (Greenroom server = Start.server(data())) {
            assertThat(Talk.to(server)
                            .send("DELETE", "/_greenroom/accounts/" + Demo.ACCOUNT)
                            .status())
                    .isEqualTo(204);
        }
        try (Greenroom server = Start.server("--profile=production", "--public-url=https://zoom.example.org", data())) {
            assertThat(Talk.to(server).get("/readyz").status()).isEqualTo(200);
        }
    }

    @Test
    void givesAppsOfProductionNoRedirectUrisOfTheDemo() {
        String token = "a-token-of-24-characters";
        String order = "{\"apps\": [{\"name\": \"Calendar\", \"kind\": \"user\"}]}";
        try (Greenroom server = Start.server(
                "--profile=production", "--public-url=https://zoom.example.org", "--control-token=" + token, data())) {
            Talk.Answer answer = Talk.to(server).bearer(token).json(order).post("/_greenroom/accounts");

            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.json().docs("apps").getFirst().texts("redirect_uris"))
                    .isEmpty();
        }
        try (Greenroom server = Start.server()) {
            Talk.Answer answer = Talk.to(server).json(order).post("/_greenroom/accounts");

            assertThat(answer.json().docs("apps").getFirst().texts("redirect_uris"))
                    .hasSize(3);
        }
    }

    @Test
    void seedsAFreeAccountWithBasicUsersOnly() {
        try (Greenroom server = Start.server("--demo-plan=free")) {
            String token = demoToken(server);

            Doc users = Talk.to(server).bearer(token).get("/v2/users").json();
            assertThat(users.docs("users")).hasSize(4).allMatch(user -> user.number("type") == 1);
            assertThat(emails(server, token, "/v2/users?status=pending", "users"))
                    .hasSize(1);
        }
    }

    private static List<String> emails(Greenroom server, String token, String path, String list) {
        return Talk.to(server).bearer(token).get(path).json().docs(list).stream()
                .map(person -> person.text("email"))
                .toList();
    }

    @Test
    void seedsUsersAndThingsThatNoOperationCreates() {
        try (Greenroom server = Start.server()) {
            String token = demoToken(server);

            assertThat(emails(server, token, "/v2/users", "users"))
                    .containsExactly(
                            Demo.OWNER_EMAIL,
                            "grace.okafor@greenroom.example",
                            "linus.berg@greenroom.example",
                            "mei.tanaka@greenroom.example");
            assertThat(emails(server, token, "/v2/users?status=inactive", "users"))
                    .containsExactly("omar.haddad@greenroom.example");
            assertThat(emails(server, token, "/v2/users?status=pending", "users"))
                    .containsExactly("noor.vermeer@greenroom.example");
            assertThat(emails(server, token, "/v2/roles/1/members", "members"))
                    .containsExactly("grace.okafor@greenroom.example");
            assertThat(Talk.to(server).bearer(token).get("/v2/groups").json().docs("groups"))
                    .extracting(group -> group.text("name") + " " + group.number("total_members"))
                    .containsExactlyInAnyOrder("Sales 2", "Support 2");
            assertThat(Talk.to(server).bearer(token).get("/v2/users/me").json().text("email"))
                    .isEqualTo(Demo.OWNER_EMAIL);
            assertThat(Talk.to(server)
                            .bearer(token)
                            .get("/v2/users/me/pac")
                            .json()
                            .docs("pac_accounts"))
                    .hasSize(1);
            assertThat(Talk.to(server).bearer(token).get("/v2/users/me/tsp").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void knowsTheHashOfTheDemoPassword() {
        assertThat(new Passwords(Passwords.ROUNDS).matches(Demo.OWNER_PASSWORD, Demo.OWNER_PASSWORD_HASH))
                .isTrue();
        assertThat(new Passwords(Passwords.ROUNDS).isOutdated(Demo.OWNER_PASSWORD_HASH))
                .isFalse();
    }

    @Test
    void drawsTheSameUsersForTheSameSeed() {
        Doc one = newUser(0, "--seed=7");
        Doc other = newUser(9, "--seed=7");

        assertThat(secrets(one)).isEqualTo(secrets(other));
    }

    @Test
    void drawsOtherUsersWithoutASeed() {
        assertThat(secrets(newUser(0))).doesNotContainAnyElementsOf(secrets(newUser(0)));
    }

    /** Creates a user after some refused requests. */
    private static Doc newUser(int refused, String... options) {
        try (Greenroom server = Start.server(options)) {
            String token = demoToken(server);
            for (int i = 0; i < refused; i++) {
                assertThat(Talk.to(server).get("/v2/users").status()).isEqualTo(401);
            }
            Talk.Answer created = Talk.to(server)
                    .bearer(token)
                    .json("{\"action\":\"custCreate\",\"user_info\":{\"email\":\"new@example.org\",\"type\":2}}")
                    .post("/v2/users");
            assertThat(created.status()).isEqualTo(201);
            return Talk.to(server)
                    .bearer(token)
                    .get("/v2/users/" + created.json().text("id"))
                    .json();
        }
    }

    private static List<Object> secrets(Doc user) {
        return List.of(user.text("id"), user.text("host_key"), user.number("pmi"));
    }

    @Test
    void removesUploadsOfAFormerProcess() throws Exception {
        Path uploads = Files.createDirectories(folder.resolve("data/uploads"));
        Path media = Files.createDirectories(folder.resolve("data/media"));
        List<Path> left = List.of(
                old(uploads.resolve("arriving-1.part")),
                old(uploads.resolve("upload-2.part")),
                old(media.resolve("arriving-3.part")));
        Path picture = old(media.resolve("picture-1.png"));
        Path foreign = old(uploads.resolve("notes.part"));

        try (Greenroom server = Start.server(data())) {
            assertThat(left).noneMatch(Files::exists);
            assertThat(picture).exists();
            assertThat(foreign).exists();
            assertThat(Talk.to(server).get("/readyz").status()).isEqualTo(200);
        }
    }

    private static Path old(Path file) throws IOException {
        Files.writeString(file, "half a picture");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    @Test
    void leavesTheUploadsOfAServerThatRuns() throws Exception {
        try (Greenroom server = Start.server(data())) {
            Path arriving = old(folder.resolve("data/uploads/arriving-1.part"));

            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> Start.server(data()));

            assertThat(arriving).exists();
            assertThat(Talk.to(server).get("/readyz").status()).isEqualTo(200);
        }
    }

    @Test
    void saysThatTheFolderCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Start.server("--data=" + file.resolve("data")))
                .withMessageContaining(file.toString());
    }

    @Test
    void saysThatTheFolderIsInUse() {
        try (Greenroom server = Start.server(data())) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> Start.server(data()))
                    .withMessageContaining("in use");
            assertThat(Talk.to(server).get("/readyz").status()).isEqualTo(200);
        }
    }

    @Test
    void saysThatThePortIsInUse() {
        try (Greenroom server = Start.server()) {
            assertThatExceptionOfType(CannotListen.class)
                    .isThrownBy(() -> Start.server("--port=" + server.port()))
                    .withMessageContaining("127.0.0.1:" + server.port());
        }
    }

    @Test
    void printsACommandThatGetsATokenAndItsUser() throws Exception {
        try (Greenroom server = Start.server()) {
            Process shell = new ProcessBuilder("sh", "-c", Demo.curl(server.url())).start();
            String answer = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(shell.waitFor()).isZero();
            assertThat(answer).contains(Demo.OWNER_EMAIL);
        }
    }
}
