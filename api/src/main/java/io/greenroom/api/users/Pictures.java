package io.greenroom.api.users;

import io.greenroom.kernel.Media;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.RequestPath;
import java.util.List;
import java.util.Optional;

/**
 * Serves users' pictures below {@code /p/<user id>/}, without a token as pages and clients request them. Browsers ask
 * for each again, by its entity tag, so that a removed picture is seen nowhere. Threads may share it.
 */
final class Pictures implements Handler {
    /** The first segment of its paths. */
    static final String PLACE = "p";

    private final Media media;

    Pictures(Media media) {
        this.media = media;
    }

    /** The key under which the media keep a picture. */
    static String key(String userId, String name) {
        return "picture-" + userId + "-" + name;
    }

    /** The path of a picture. */
    static String path(String userId, String name) {
        return "/" + PLACE + "/" + userId + "/" + name;
    }

    /** The name of the user's picture with a key. */
    static String name(String userId, String key) {
        return key.substring(key(userId, "").length());
    }

    @Override
    public Answer handle(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Answer.nothing(405).header("Allow", "GET, HEAD");
        }
        return RequestPath.segments(request.rawPath())
                .filter(segments -> segments.size() == 3)
                .flatMap(this::show)
                .orElseGet(() -> Answer.nothing(404));
    }

    private Optional<Answer> show(List<String> segments) {
        String name = segments.getLast();
        return media.find(key(segments.get(1), name))
                .map(file -> Answer.file(name.endsWith(".png") ? "image/png" : "image/jpeg", file)
                        .header("Cache-Control", "private, no-cache")
                        .header("X-Content-Type-Options", "nosniff"));
    }
}
