package io.greenroom.api;

import io.greenroom.kernel.jobs.Pace;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Sends requests to a scene's server and leaves all assertions to the test. The account's clock advances now and
 * then, because the limits of one second would refuse most requests otherwise.
 */
final class PlainAsking {
    private static final int REQUESTS_PER_SECOND = 10;

    private final Scene scene;
    private final String token;
    private int asked;

    PlainAsking(Scene scene) {
        this.scene = scene;
        this.token = scene.token();
    }

    /** Sends JSON to a path below {@code /v2}; an empty body is none. */
    Reply ask(String method, String path, String body) {
        if (asked++ % REQUESTS_PER_SECOND == 0) {
            scene.installation()
                    .dueTimes()
                    .move(
                            scene.account(),
                            scene.installation()
                                    .scope()
                                    .clock()
                                    .now(scene.account())
                                    .plus(Duration.ofSeconds(1)),
                            Pace.FROZEN);
        }
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(scene.origin() + "/v2" + path))
                .method(method, publisher)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .build();
        try {
            return new Reply(scene.http().send(request, HttpResponse.BodyHandlers.ofByteArray()), List.of());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
