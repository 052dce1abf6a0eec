package io.greenroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that create users until the server is gone and record the acknowledged ones. */
final class Creators implements AutoCloseable {
    private static final int CREATED = 201;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger count = new AtomicInteger();
    private final URI uri;
    private final String token;
    private final String word;
    private final Set<String> promised;

    Creators(int port, String token, String word, Set<String> promised) {
        this.uri = URI.create("http://127.0.0.1:" + port + "/v2/users");
        this.token = token;
        this.word = word;
        this.promised = promised;
    }

    void start(int clients) {
        for (int i = 0; i < clients; i++) {
            threads.execute(this::create);
        }
    }

    private void create() {
        try {
            while (true) {
                String email = word + "-" + count.incrementAndGet() + "@example.org";
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body(email)))
                        .build();
                int status = http.send(request, BodyHandlers.discarding()).statusCode();
                if (status == CREATED) {
                    promised.add(email);
                } else {
                    System.err.println(email + " was answered with " + status);
                }
            }
        } catch (IOException gone) {
            return; // The server was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(String email) {
        return "{\"action\":\"create\",\"user_info\":{\"email\":\"%s\",\"type\":1}}".formatted(email);
    }

    /** Waits until all clients have noticed that the server is gone. */
    @Override
    public void close() {
        threads.close();
        http.close();
    }
}
