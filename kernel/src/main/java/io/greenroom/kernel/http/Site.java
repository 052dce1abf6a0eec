package io.greenroom.kernel.http;

import java.util.Map;

/** Sends each request to the handler of its first path segment; where there is none, to one for all others. */
public final class Site implements Handler {
    private final Map<String, Handler> places;
    private final Handler other;

    /**
     * A site of such places.
     *
     * @param other answers what is below none of them
     */
    public Site(Map<String, Handler> places, Handler other) {
        this.places = Map.copyOf(places);
        this.other = other;
    }

    @Override
    public Answer handle(Request request) {
        return places.getOrDefault(firstSegment(request.rawPath()), other).handle(request);
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
