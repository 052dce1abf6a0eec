package io.greenroom.kernel.events;

import io.greenroom.kernel.doc.Doc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an event tells beside its name. Immutable.
 *
 * @param object the thing that it is about
 * @param old the former values of what has changed, for {@code *.updated}; a time stamp travels with it
 * @param extras further fields of the payload, such as {@code creation_type}
 * @param anonymous whether it does not tell who made the change, as events about what people do themselves
 */
public record Announcement(Doc object, Optional<Doc> old, Map<String, String> extras, boolean anonymous) {

    public static Announcement of(Doc object) {
        return new Announcement(object, Optional.empty(), Map.of(), false);
    }

    public Announcement old(Doc former) {
        return new Announcement(object, Optional.of(former), extras, anonymous);
    }

    public Announcement byNobody() {
        return new Announcement(object, old, extras, true);
    }

    public Announcement with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(extras);
        more.put(field, value);
        return new Announcement(object, old, more, anonymous);
    }
}
