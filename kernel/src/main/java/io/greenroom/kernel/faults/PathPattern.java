package io.greenroom.kernel.faults;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern of paths: {@code *} stands for one segment or a part of it, {@code **} for any text. */
public record PathPattern(Pattern pattern) {

    /** A pattern such as {@code /v2/users/*}. */
    public static PathPattern of(String glob) {
        String expression = Arrays.stream(glob.split("\\*\\*+", -1))
                .map(PathPattern::withinSegments)
                .collect(Collectors.joining(".*"));
        return new PathPattern(Pattern.compile(expression));
    }

    private static String withinSegments(String glob) {
        return Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*"));
    }

    /** Whether a path fits. */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
