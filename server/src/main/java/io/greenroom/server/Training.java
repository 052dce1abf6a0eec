package io.greenroom.server;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Json;
import io.greenroom.server.config.Config;
import io.greenroom.server.config.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * {@code greenroom train}: runs a server with typical requests so that Java can create its start-up cache. It uses a
 * plain socket, because the classes of an HTTP client would end up in the cache too.
 */
final class Training {
    private static final int ROUNDS = 100;
    private static final String JSON = "Content-Type: application/json\r\n";

    private final int port;
    private String authorization = "";

    private Training(int port) {
        this.port = port;
    }

    /** Starts a server on a new folder, then on the same folder again, and sends the usual first requests. */
    static void run() {
        Home home = new Home(temporary(), true);
        try (home) {
            try (Greenroom first = open(home, "text")) {
                new Training(first.port()).ask("GET /livez", "", "");
            }
            try (Greenroom second = open(home, "json")) {
                new Training(second.port()).lesson();
                second.loadRest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("greenroom-training-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Greenroom open(Home home, String logFormat) {
        List<String> options =
                List.of("--port=0", "--data=" + home.folder().resolve("data"), "--log-format=" + logFormat);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new StartCommand(nowhere).open(Config.read(new Sources(options, Map.of(), Map.of(), home.folder())));
    }

    private void lesson() {
        Credentials app = Demo.App.SERVER.credentials();
        String basic = Base64.getEncoder()
                .encodeToString((app.clientId() + ":" + app.clientSecret()).getBytes(StandardCharsets.UTF_8));
        String answer = ask(
                "POST /oauth/token?grant_type=account_credentials&account_id=" + Demo.ACCOUNT,
                "Authorization: Basic " + basic + "\r\n",
                "");
        String token = Json.read(Schema.anyObject(), answer).text("access_token");
        authorization = "Authorization: Bearer " + token + "\r\n";
        ask("GET /readyz", "", "");
        for (int round = 0; round < ROUNDS; round++) {
            ask("GET /v2/users/me", authorization, "");
            ask("GET /v2/users?page_size=30", authorization, "");
            ask("POST /v2/users", authorization + JSON, person(round));
            ask(
                    "PATCH /v2/users/person" + round + "@greenroom.example",
                    authorization + JSON,
                    "{\"dept\": \"Training\"}");
        }
        ask("GET /v2/nowhere", authorization, "");
        ask("GET /_greenroom/health", "", "");
    }

    private static String person(int number) {
        return """
                {"action": "custCreate", "user_info": {"email": "person%d@greenroom.example", "type": 1,
                "first_name": "Person", "last_name": "%d"}}"""
                .formatted(number, number);
    }

    /** Returns the body of the answer. */
    private String ask(String methodAndPath, String headers, String body) {
        String request = methodAndPath + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + headers
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(answer.indexOf("\r\n\r\n") + 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
