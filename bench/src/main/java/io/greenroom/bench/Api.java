package io.greenroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Sends requests to a server, each of which must succeed. Threads may share it.
 *
 * @param token for the header {@code Authorization}, empty for none
 */
record Api(HttpClient http, String base, String token) {
    private static final int LEAST_FAILURE = 300;

    /** Sends a request with a JSON body, or without one if it is empty; returns the body of the answer. */
    String send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= LEAST_FAILURE) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path + " was interrupted", e);
        }
    }

    /**
     * Does a task for each number from 0 on, by several threads at once; returns when all are done.
     *
     * @throws IllegalStateException if one failed
     */
    static void each(int threads, int count, IntConsumer task) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(threads);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < threads; worker++) {
                workers.execute(() -> {
                    try {
                        for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                            task.accept(number);
                            done.incrementAndGet();
                        }
                    } finally {
                        left.countDown();
                    }
                });
            }
            left.await();
        }
        if (done.get() < count) {
            throw new IllegalStateException((count - done.get()) + " of " + count + " failed");
        }
    }
}
