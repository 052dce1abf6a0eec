package io.greenroom.contract;

import java.util.List;

/**
 * A method and a path template, such as {@code POST /users/{userId}/tsp}.
 *
 * @param method in upper case
 * @param path the template below {@code /v2}
 */
public record Route(String method, String path) {

    /** The template's segments; a parameter keeps its braces. */
    public List<String> segments() {
        return List.of(path.substring(1).split("/"));
    }

    /** Whether a segment is a parameter. */
    public static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
