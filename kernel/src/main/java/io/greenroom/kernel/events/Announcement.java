package io.greenroom.kernel.events;

import io.greenroom.kernel.doc.Doc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The content of one event, which {@link Envelopes} completes with account, operator and time as the contract declares.
 * Immutable.
 *
 * @param object the subject of the event; none for events whose payload has no object
 * @param old the former values of the changed fields, for {@code *.updated}
 * @param fields further fields of the payload, such as {@code creation_type}
 * @param beside fields beside the payload, such as {@code download_token}
 */
public record Announcement(
        Optional<Doc> object, Optional<Doc> old, Map<String, Object> fields, Map<String, Object> beside) {

    public static Announcement of(Doc object) {
        return new Announcement(Optional.of(object), Optional.empty(), Map.of(), Map.of());
    }

    /** An event without an object. */
    public static Announcement withoutObject() {
        return new Announcement(Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    public Announcement old(Doc former) {
        return new Announcement(object, Optional.of(former), fields, beside);
    }

    public Announcement with(String field, Object value) {
        return new Announcement(object, old, more(fields, field, value), beside);
    }

    public Announcement beside(String field, Object value) {
        return new Announcement(object, old, fields, more(beside, field, value));
    }

    private static Map<String, Object> more(Map<String, Object> known, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(known);
        more.put(field, value);
        return more;
    }
}
