package io.greenroom.kernel;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a list answers. The road adds the envelope that the contract names: sizes, totals, the token of the next page.
 *
 * @param items the documents; the road cuts them to the schema
 * @param total how many there are on all pages
 * @param next where the next page goes on, empty if this is the last page
 * @param extras further fields of the answer; the road adds {@code from} and {@code to}
 */
public record Page(List<Doc> items, long total, Optional<Cursor> next, Map<String, Object> extras) {

    /** A list that is never cut into pages. */
    public static Page whole(List<Doc> items) {
        return new Page(items, items.size(), Optional.empty(), Map.of());
    }

    public static Page of(Query.Slice slice) {
        return new Page(slice.documents(), slice.total(), slice.next(), Map.of());
    }

    /** The same with other items, for lists that show something else than what they found. */
    public Page map(java.util.function.UnaryOperator<Doc> change) {
        return new Page(items.stream().map(change).toList(), total, next, extras);
    }

    /** The same with every field of a document beside the list. */
    public Page with(Doc fields) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        fields.names().forEach(name -> more.put(name, Objects.requireNonNull(fields.get(name))));
        return new Page(items, total, next, more);
    }

    /** The same with a further field beside the list. */
    public Page with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(field, value);
        return new Page(items, total, next, more);
    }
}
