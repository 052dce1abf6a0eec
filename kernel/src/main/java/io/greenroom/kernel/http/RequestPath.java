package io.greenroom.kernel.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a path between its slashes, decoded. */
public final class RequestPath {
    private RequestPath() {}

    /**
     * Splits a path as it was sent. Empty parts, of doubled slashes and one at the end, are left out; an encoded slash
     * stays in its part. A part that is still encoded after decoding is decoded once more, because meeting UUIDs come
     * encoded once or twice; what is no escape then, stays. {@code +} is a plus.
     *
     * @return empty when an escape is malformed or the bytes are no text
     */
    public static Optional<List<String>> segments(String rawPath) {
        List<String> segments = new ArrayList<>(8);
        int from = 0;
        while (from < rawPath.length()) {
            int slash = rawPath.indexOf('/', from);
            int to = slash < 0 ? rawPath.length() : slash;
            if (to > from) {
                Optional<String> segment = decode(rawPath.substring(from, to));
                if (segment.isEmpty()) {
                    return Optional.empty();
                }
                segments.add(segment.get());
            }
            from = to + 1;
        }
        return Optional.of(segments);
    }

    private static Optional<String> decode(String raw) {
        Optional<String> once = Percent.decode(raw, false);
        return once.filter(RequestPath::isEncoded)
                .flatMap(text -> Percent.decode(text, false))
                .or(() -> once);
    }

    private static boolean isEncoded(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (Percent.isEscape(text, at)) {
                return true;
            }
        }
        return false;
    }
}
