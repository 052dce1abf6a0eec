package io.greenroom.api;

import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in an answer at a place such as {@code users[].email}. */
final class Fields {
    private Fields() {}

    /** The values there, one for each element of the lists on the way. */
    static List<Object> at(Doc document, String place) {
        Stream<Object> found = Stream.of(document);
        for (String step : place.split("\\.")) {
            boolean each = step.endsWith("[]");
            String name = each ? step.substring(0, step.length() - 2) : step;
            found = found.flatMap(
                    value -> value instanceof Doc doc && doc.names().contains(name)
                            ? Optional.ofNullable(doc.get(name)).stream()
                            : Stream.empty());
            if (each) {
                found = found.flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.empty());
            }
        }
        return found.toList();
    }
}
