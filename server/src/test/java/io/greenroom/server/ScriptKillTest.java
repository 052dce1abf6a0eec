package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while it plays a script: after a restart the script goes on, and the session is whole. */
class ScriptKillTest {
    private static final int PEOPLE = 3_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Program started() throws IOException {
        return Program.start(folder.resolve("log"), "--data=" + folder.resolve("data"), "--limits=off");
    }

    private static HttpRequest.Builder request(Program program, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port() + path));
    }

    private static Doc get(Program program, String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(program, path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return Json.read(
                Schema.anyObject(),
                HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                        .body());
    }

    private static String token(Program program) {
        Credentials app = Demo.App.SERVER.credentials();
        return Talk.token(program.port(), Demo.ACCOUNT, app.clientId(), app.clientSecret());
    }

    private static String meeting(Program program) throws IOException, InterruptedException {
        HttpRequest create = request(program, "/v2/users/" + Demo.OWNER_EMAIL + "/meetings")
                .header("Authorization", "Bearer " + token(program))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"topic\": \"Killed\", \"type\": 1}"))
                .build();
        Doc made = Json.read(
                Schema.anyObject(),
                HTTP.send(create, HttpResponse.BodyHandlers.ofByteArray()).body());
        return Long.toString(made.number("id"));
    }

    private static HttpRequest script(Program program, String path) {
        String steps = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "- {at: +20s, join: Guest " + i + ", for: 10s}\n")
                .collect(Collectors.joining());
        return request(program, path)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString("starts: 2 days ago 02:00\nsteps:\n" + steps))
                .build();
    }

    private static Doc waited(Program program, String path, long played) throws IOException, InterruptedException {
        Doc state = get(program, path, "");
        while (!state.has("played")
                || (state.number("played") < played && state.text("state").equals("playing"))) {
            state = get(program, path, "");
        }
        return state;
    }

    @Test
    void continuesAfterTheProgramIsKilled() throws IOException, InterruptedException {
        String path;
        String number;
        long before;
        CompletableFuture<HttpResponse<String>> answer;
        try (Program program = started()) {
            number = meeting(program);
            path = "/_greenroom/accounts/" + Demo.ACCOUNT + "/meetings/" + number + "/script";
            answer = HTTP.sendAsync(script(program, path), HttpResponse.BodyHandlers.ofString());
            before = waited(program, path, 1).number("played");
        }
        assertThat(answer.handle((response, gone) -> gone != null).join()).isTrue();
        assertThat(before).isLessThan(2L * PEOPLE);

        try (Program program = started()) {
            Doc state = waited(program, path, Long.MAX_VALUE);
            Doc past = get(program, "/v2/past_meetings/" + number, token(program));

            assertThat(state.text("state")).isEqualTo("done");
            assertThat(state.number("played")).isEqualTo(2L * PEOPLE + 1);
            assertThat(past.number("participants_count")).isEqualTo(PEOPLE + 1L);
            assertThat(past.number("duration")).isEqualTo(Math.ceilDiv(20L * PEOPLE + 10, 60L));
            assertThat(past.number("total_minutes")).isEqualTo(Math.ceilDiv(20L * PEOPLE + 10 + 10L * PEOPLE, 60L));
        }
    }

    @Test
    void endsASessionAfterTheProgramIsKilled() throws IOException, InterruptedException {
        String number;
        try (Program program = started()) {
            HttpRequest settings = request(program, "/v2/users/" + Demo.OWNER_EMAIL + "/settings")
                    .header("Authorization", "Bearer " + token(program))
                    .header("Content-Type", "application/json")
                    .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"feature\": {\"meeting_capacity\": 1000}}"))
                    .build();
            assertThat(HTTP.send(settings, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(204);
            number = meeting(program);
            String path = "/_greenroom/accounts/" + Demo.ACCOUNT + "/meetings/" + number;
            HttpRequest crowd = post(program, path + "/script", "people: {crowd: {count: 999, join: 00:00}}");
            HTTP.send(crowd, HttpResponse.BodyHandlers.discarding());
            HttpResponse<Void> end =
                    HTTP.send(post(program, path + "/end", ""), HttpResponse.BodyHandlers.discarding());
            assertThat(end.statusCode()).isEqualTo(204);
        }

        try (Program program = started()) {
            String token = token(program);
            Doc past;
            do {
                past = get(program, "/v2/past_meetings/" + number, token);
            } while (!past.has("participants_count"));
            assertThat(past.number("participants_count")).isEqualTo(1_000);
        }
    }

    private static HttpRequest post(Program program, String path, String yaml) {
        return request(program, path)
                .header("Content-Type", yaml.isEmpty() ? "application/json" : "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(yaml))
                .build();
    }
}
