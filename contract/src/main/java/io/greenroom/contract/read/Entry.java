package io.greenroom.contract.read;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of the contract that is being read: it records its place and the keywords that were read. */
final class Entry {
    private final @Nullable Entry above;
    private final String name;
    private final Map<?, ?> words;
    private final Set<String> read = new HashSet<>(8);
    private final List<String> faults;

    Entry(String name, @Nullable Object value, List<String> faults) {
        this(null, name, value, faults);
    }

    private Entry(@Nullable Entry above, String name, @Nullable Object value, List<String> faults) {
        this.above = above;
        this.name = name;
        this.faults = faults;
        if (value instanceof Map<?, ?> map) {
            this.words = map;
        } else {
            this.words = Map.of();
            fault("must be a map");
        }
    }

    void fault(String what) {
        faults.add(place() + ": " + what);
    }

    String place() {
        return above == null ? name : above.place() + "." + name;
    }

    boolean has(String word) {
        return words.containsKey(word);
    }

    @Nullable
    Object get(String word) {
        read.add(word);
        return words.get(word);
    }

    /** A required text. */
    String text(String word) {
        Object value = get(word);
        if (value == null) {
            fault("lacks " + word);
            return "";
        }
        return value.toString();
    }

    Optional<String> optionalText(String word) {
        return Optional.ofNullable(get(word)).map(Object::toString);
    }

    Optional<Long> number(String word) {
        Object value = get(word);
        if (value == null || value instanceof Long) {
            return Optional.ofNullable((Long) value);
        }
        fault(word + " must be a whole number");
        return Optional.empty();
    }

    boolean flag(String word, boolean otherwise) {
        Object value = get(word);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        fault(word + " must be true or false");
        return otherwise;
    }

    List<Object> list(String word) {
        Object value = get(word);
        if (value instanceof List<?> items) {
            return List.copyOf(items);
        }
        if (value != null) {
            fault(word + " must be a list");
        }
        return List.of();
    }

    List<String> texts(String word) {
        return list(word).stream().map(Object::toString).toList();
    }

    Optional<Entry> entry(String word) {
        Object value = get(word);
        return value == null ? Optional.empty() : Optional.of(new Entry(this, word, value, faults));
    }

    /** The keywords that are present, in their order. */
    List<String> words() {
        return words.keySet().stream().map(Object::toString).toList();
    }

    /** The entries below a keyword, in their order; none if the keyword is absent. */
    Map<String, Entry> entries(String word) {
        return entry(word).map(Entry::children).orElse(Map.of());
    }

    /** The child entries, for maps whose keys are names. */
    Map<String, Entry> children() {
        Map<String, Entry> children = new LinkedHashMap<>();
        words.forEach((word, value) -> {
            read.add(word.toString());
            children.put(word.toString(), new Entry(this, word.toString(), value, faults));
        });
        return children;
    }

    /** The values, for maps whose keys are field names. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String word : words()) {
            Object value = get(word);
            if (value == null) {
                fault("lacks " + word);
            } else {
                values.put(word, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** Finishes reading: each keyword that was not read is a fault. */
    void done() {
        if (!read.containsAll(words.keySet())) {
            words().stream().filter(word -> !read.contains(word)).forEach(word -> fault("unknown word " + word));
        }
    }
}
