package io.greenroom.kernel.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The parameters of a query, or the fields of a form that is encoded like one, in the order in which they came. A name
 * may come several times. Immutable.
 */
public final class QueryString {
    /** How many there may be. */
    public static final int MOST = 200;

    private static final QueryString NONE = new QueryString(Map.of());

    private final Map<String, List<String>> values;

    private QueryString(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a query as it was sent, without its question mark.
     *
     * @return empty when an escape is malformed, when the bytes are no text, or when there are more than {@link #MOST}
     * parameters
     */
    public static Optional<QueryString> parse(String raw) {
        if (raw.isEmpty()) {
            return Optional.of(NONE);
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        int from = 0;
        while (from < raw.length()) {
            int and = raw.indexOf('&', from);
            int to = and < 0 ? raw.length() : and;
            if (to > from) {
                count++;
                if (count > MOST || !add(values, raw.substring(from, to))) {
                    return Optional.empty();
                }
            }
            from = to + 1;
        }
        return Optional.of(new QueryString(values));
    }

    private static boolean add(Map<String, List<String>> values, String parameter) {
        int equals = parameter.indexOf('=');
        Optional<String> name = Percent.decode(equals < 0 ? parameter : parameter.substring(0, equals), true);
        Optional<String> value = Percent.decode(equals < 0 ? "" : parameter.substring(equals + 1), true);
        if (name.isEmpty() || value.isEmpty()) {
            return false;
        }
        values.computeIfAbsent(name.get(), key -> new ArrayList<>(1)).add(value.get());
        return true;
    }

    /** The first value of that name. */
    public Optional<String> first(String name) {
        List<String> all = values.get(name);
        return all == null ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** All values of that name, in their order. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
    }

    /** The names, each once, in the order of their first values. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The same with this one value of that name. */
    public QueryString with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(value));
        return new QueryString(changed);
    }

    /** The same without that name. */
    public QueryString without(String name) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new QueryString(changed);
    }

    /** As text that {@link #parse} understands. */
    public String encoded() {
        StringJoiner encoded = new StringJoiner("&");
        values.forEach((name, all) -> all.forEach(value -> encoded.add(encode(name) + "=" + encode(value))));
        return encoded.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueryString query && values.equals(query.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
