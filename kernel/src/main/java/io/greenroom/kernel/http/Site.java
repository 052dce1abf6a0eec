package io.greenroom.kernel.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sends each request to the handler of its first path segment; where there is none, to the API's unknown route. */
public final class Site implements Handler {
    private static final byte[] UNKNOWN =
            "{\"code\":2300,\"message\":\"This API endpoint is not recognized.\"}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Handler> places;

    public Site(Map<String, Handler> places) {
        this.places = Map.copyOf(places);
    }

    @Override
    public Answer handle(Request request) {
        Handler place = places.get(firstSegment(request.rawPath()));
        return place == null ? Answer.json(404, UNKNOWN) : place.handle(request);
    }

    private static String firstSegment(String rawPath) {
        int start = 0;
        while (start < rawPath.length() && rawPath.charAt(start) == '/') {
            start++;
        }
        int end = rawPath.indexOf('/', start);
        return rawPath.substring(start, end < 0 ? rawPath.length() : end);
    }
}
