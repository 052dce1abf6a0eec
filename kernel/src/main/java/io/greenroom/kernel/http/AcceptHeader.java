package io.greenroom.kernel.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The media types that a request accepts, with their weights. Immutable. */
public final class AcceptHeader {
    private static final double MOST = 1;

    private final List<Range> ranges;

    private AcceptHeader(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /**
     * A media range.
     *
     * @param type such as {@code text/html}, {@code text/*} or {@code *}{@code /*}
     * @param weight from 0, which excludes it, to 1
     */
    private record Range(String type, double weight) {}

    public static AcceptHeader of(Request request) {
        List<Range> ranges = new ArrayList<>();
        for (String header : request.headers("Accept")) {
            for (String range : header.split(",")) {
                String[] parts = range.split(";");
                String type = parts[0].strip().toLowerCase(Locale.ROOT);
                if (!type.isEmpty()) {
                    ranges.add(new Range(type, weight(parts)));
                }
            }
        }
        return new AcceptHeader(ranges);
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
                return number(parameter.substring(2));
            }
        }
        return MOST;
    }

    /** A weight that is no number counts as the highest. */
    private static double number(String text) {
        return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : MOST;
    }

    /** Whether the request names a type itself, not only by a wildcard, and does not exclude it. */
    public boolean names(String type) {
        return ranges.stream().anyMatch(range -> range.type.equals(type) && range.weight > 0);
    }

    /** The weight of a type by the most specific range; 0 excludes it. Without any range each type is accepted. */
    public double weight(String type) {
        if (ranges.isEmpty()) {
            return MOST;
        }
        String family = type.substring(0, type.indexOf('/')) + "/*";
        for (String wanted : List.of(type, family, "*/*")) {
            for (Range range : ranges) {
                if (range.type.equals(wanted)) {
                    return range.weight;
                }
            }
        }
        return 0;
    }

    public boolean accepts(String type) {
        return weight(type) > 0;
    }
}
