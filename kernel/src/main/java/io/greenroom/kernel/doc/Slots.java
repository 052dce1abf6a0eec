package io.greenroom.kernel.doc;

import io.greenroom.contract.Schema;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object whose schema names them all, in the schema's order: one array instead of a map's entry for
 * each field. Cached documents are read at random, so the fewer memory locations a request touches, the better.
 */
final class Slots extends AbstractMap<String, Object> {
    private final Schema schema;
    private final @Nullable Object[] values;

    Slots(Schema schema) {
        this.schema = schema;
        this.values = new @Nullable Object[schema.properties().size()];
    }

    /** The value of a field that the schema must have, null when it is absent. */
    @Nullable
    Object of(String name) {
        return values[place(name)];
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int place = name instanceof String text ? schema.place(text) : -1;
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public @Nullable Object put(String name, Object value) {
        return set(name, value);
    }

    @Override
    public @Nullable Object remove(@Nullable Object name) {
        return set(String.valueOf(name), null);
    }

    private @Nullable Object set(String name, @Nullable Object value) {
        int place = place(name);
        Object before = values[place];
        values[place] = value;
        return before;
    }

    private int place(String name) {
        int place = schema.place(name);
        if (place < 0) {
            throw new ContractViolation(schema + " has no field " + name);
        }
        return place;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> field) {
        for (int place = 0; place < values.length; place++) {
            Object value = values[place];
            if (value != null) {
                field.accept(name(place), value);
            }
        }
    }

    private String name(int place) {
        return schema.properties().get(place).name();
    }

    @Override
    public int size() {
        int size = 0;
        for (Object value : values) {
            size += value == null ? 0 : 1;
        }
        return size;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return Slots.this.size();
            }

            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return new Entries();
            }
        };
    }

    /** Iterates over the fields that are present. */
    private final class Entries implements Iterator<Map.Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            while (next < values.length && values[next] == null) {
                next++;
            }
            return next < values.length;
        }

        @Override
        public Map.Entry<String, Object> next() {
            Object value = hasNext() ? values[next] : null;
            if (value == null) {
                throw new NoSuchElementException();
            }
            return Map.entry(name(next++), value);
        }
    }
}
