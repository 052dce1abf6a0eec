package io.greenroom.kernel.http;

import java.util.List;
import java.util.Optional;

/** Splits paths. */
public final class RequestPath {
    private RequestPath() {}

    public static Optional<List<String>> segments(String rawPath) {
        return Optional.of(List.of(rawPath));
    }
}
