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
 * The result of a list operation. The road adds the envelope that the contract declares: sizes, totals, the token of
 * the next page.
 *
 * @param items the documents; the road cuts them to the schema
 * @param total the number of items on all pages
 * @param next the cursor of the next page, empty on the last page
 * @param extras further fields of the response; the road adds {@code from} and {@code to}
 */
public record Page(List<Doc> items, long total, Optional<Cursor> next, Map<String, Object> extras) {

    /** A list that is not paged. */
    public static Page whole(List<Doc> items) {
        return new Page(items, items.size(), Optional.empty(), Map.of());
    }

    public static Page of(Query.Slice slice) {
        return new Page(slice.documents(), slice.total(), slice.next(), Map.of());
    }

    /** The same page with other items, for lists that show other documents than they found. */
    public Page map(java.util.function.UnaryOperator<Doc> change) {
        return new Page(items.stream().map(change).toList(), total, next, extras);
    }

    /** The same page with every field of a document beside the list. */
    public Page with(Doc fields) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        fields.names().forEach(name -> more.put(name, Objects.requireNonNull(fields.get(name))));
        return new Page(items, total, next, more);
    }

    /** The same page with a further field beside the list. */
    public Page with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(field, value);
        return new Page(items, total, next, more);
    }
}
