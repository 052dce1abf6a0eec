package io.greenroom.kernel.doc;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with a schema: it rejects field names that the schema does not have. Values are String, Long, Double,
 * Boolean, Doc, lists of these, and {@link #NULL} for an explicit null (with which a request clears a field).
 *
 * <p>A document from the store or a request is frozen and may be shared by threads; {@link #copy} returns one to
 * change.
 */
public final class Doc {
    /** An explicit null. Only documents of requests hold it. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private final Schema schema;
    private final Map<String, Object> fields;
    private final long version;
    private final long position;
    private final @Nullable Doc origin;
    private boolean frozen;
    private volatile @Nullable Shaped shaped;

    private static final class Shaped {
        private final Schema schema;
        private final String origin;
        private final byte[] bytes;

        private Shaped(Schema schema, String origin, byte[] bytes) {
            this.schema = schema;
            this.origin = origin;
            this.bytes = bytes;
        }
    }

    public Doc(Schema schema) {
        this(schema, fieldsOf(schema), 0, 0, null);
    }

    private Doc(Schema schema, Map<String, Object> fields, long version, long position, @Nullable Doc origin) {
        this.schema = schema;
        this.fields = fields;
        this.version = version;
        this.position = position;
        this.origin = origin;
    }

    private static Map<String, Object> fieldsOf(Schema schema) {
        return schema.open() ? new LinkedHashMap<>() : new Slots(schema);
    }

    /**
     * A document as the store returns it: the same fields, frozen, with its version and its position in the table's
     * order.
     */
    public Doc stored(long newVersion, long newPosition) {
        return new Doc(schema, fields, newVersion, newPosition, null).freeze();
    }

    /**
     * A copy to change; it keeps version, position and {@link #original}, so that the store recognises it. Nested
     * documents are copied too.
     */
    public Doc copy() {
        Doc copy = new Doc(schema, fieldsOf(schema), version, position, original());
        fields.forEach((name, value) -> copy.fields.put(name, copyOf(value)));
        return copy;
    }

    private static Object copyOf(Object value) {
        return switch (value) {
            case Doc doc -> doc.copy();
            case List<?> list -> list.stream().map(Doc::copyOf).toList();
            default -> value;
        };
    }

    /** Makes this document and its nested documents immutable. */
    public Doc freeze() {
        if (!frozen) {
            frozen = true;
            fields.values().forEach(Doc::freezeValue);
        }
        return this;
    }

    private static void freezeValue(Object value) {
        if (value instanceof Doc doc) {
            doc.freeze();
        } else if (value instanceof List<?> list) {
            list.forEach(Doc::freezeValue);
        }
    }

    public Schema schema() {
        return schema;
    }

    /** The number of times that the store has written it, 0 if never. */
    public long version() {
        return version;
    }

    /** Its position in the order of its table, 0 if it was never stored. */
    public long position() {
        return position;
    }

    /** The stored document: itself, or the one that it was copied from; null if it was never stored. */
    public @Nullable Doc original() {
        return origin == null && version > 0 ? this : origin;
    }

    /**
     * The names of the fields that are present, in the schema's order, or in insertion order where the schema names
     * none.
     */
    public Set<String> names() {
        return fields.keySet();
    }

    /** Passes each field that is present and its value, in insertion order. */
    void forEach(BiConsumer<String, Object> field) {
        fields.forEach(field);
    }

    /** Whether the schema has such a field. */
    public boolean mayHold(String name) {
        return schema.open() || schema.property(name).isPresent();
    }

    /** Whether the field is present, including an explicit null. */
    public boolean has(String name) {
        return get(name) != null;
    }

    public boolean isNull(String name) {
        return get(name) == NULL;
    }

    /** The raw value, null when the field is absent. */
    public @Nullable Object get(String name) {
        return fields instanceof Slots slots ? slots.of(name) : fields.get(name);
    }

    /** The field {@code id} as a text. */
    public String id() {
        return String.valueOf(present("id"));
    }

    /** A required text; a number is returned as its digits. */
    public String text(String name) {
        return present(name).toString();
    }

    /** A text, or {@code otherwise} when it is absent or null. */
    public String text(String name, String otherwise) {
        return optional(name).map(Object::toString).orElse(otherwise);
    }

    public Optional<String> optionalText(String name) {
        return optional(name).map(Object::toString);
    }

    public long number(String name) {
        return ((Number) present(name)).longValue();
    }

    public long number(String name, long otherwise) {
        return optional(name).map(value -> ((Number) value).longValue()).orElse(otherwise);
    }

    /** A number that need not be whole, or {@code otherwise} when it is absent or null. */
    public double decimal(String name, double otherwise) {
        return optional(name).map(value -> ((Number) value).doubleValue()).orElse(otherwise);
    }

    /** A boolean, false when absent. */
    public boolean flag(String name) {
        return optional(name).map(Boolean.class::cast).orElse(false);
    }

    /** A required instant. */
    public Instant instant(String name) {
        return Moments.kept(text(name));
    }

    public Doc doc(String name) {
        return (Doc) present(name);
    }

    public Optional<Doc> optionalDoc(String name) {
        return optional(name).map(Doc.class::cast);
    }

    /** The document in a field; adds an empty one if there is none. */
    public Doc within(String name) {
        changeable();
        return optionalDoc(name).orElseGet(() -> {
            Doc made = new Doc(schemaOf(name, this));
            fields.put(name, made);
            return made;
        });
    }

    /** The documents of a list, none when it is absent. */
    public List<Doc> docs(String name) {
        return list(name).stream().map(Doc.class::cast).toList();
    }

    /** The texts of a list, none when it is absent. */
    public List<String> texts(String name) {
        return list(name).stream().map(Object::toString).toList();
    }

    private List<?> list(String name) {
        return optional(name).<List<?>>map(value -> (List<?>) value).orElse(List.of());
    }

    private Optional<Object> optional(String name) {
        return Optional.ofNullable(get(name)).filter(value -> value != NULL);
    }

    private Object present(String name) {
        return optional(name).orElseThrow(() -> new ContractViolation(schema + " has no value for " + name));
    }

    /** Sets a field. Collections, numbers and instants are converted to their JSON values. */
    public Doc put(String name, Object value) {
        changeable();
        fields.put(name, plain(value));
        return this;
    }

    /** Sets a field of the schema to a value of the types listed above, as {@link Json} reads them. */
    void set(String name, Object value) {
        fields.put(name, value);
    }

    /** Sets a field, or removes it when the value is empty. */
    public Doc put(String name, Optional<?> value) {
        return value.<Doc>map(present -> put(name, (Object) present)).orElseGet(() -> remove(name));
    }

    public Doc remove(String name) {
        changeable();
        fields.remove(name);
        return this;
    }

    /** Sets a field that is absent. */
    public Doc putIfAbsent(String name, Object value) {
        return has(name) ? this : put(name, value);
    }

    /** Sets each absent field that has a default in the contract. */
    public Doc fillDefaults() {
        changeable();
        for (Property property : schema.properties()) {
            Object standard = property.schema().standard();
            if (standard != null) {
                fields.putIfAbsent(property.name(), standard);
            }
        }
        return this;
    }

    /**
     * Merges a request's fields: an absent field keeps its value, a null clears it, a value sets it, an object is
     * merged field by field. Fields that this document's schema does not have are ignored.
     */
    public Doc take(Doc request) {
        changeable();
        request.fields.forEach((name, value) -> {
            if (mayHold(name)) {
                takeField(name, value);
            }
        });
        return this;
    }

    private void takeField(String name, Object value) {
        if (value == NULL) {
            fields.remove(name);
        } else if (value instanceof Doc request) {
            Doc kept = fields.get(name) instanceof Doc doc ? doc.copy() : new Doc(schemaOf(name, request));
            fields.put(name, kept.take(request));
        } else {
            fields.put(name, value);
        }
    }

    private Schema schemaOf(String name, Doc otherwise) {
        return schema.property(name).map(Property::schema).orElse(otherwise.schema);
    }

    /** A new document of another schema with the fields that both have. */
    public Doc as(Schema other) {
        Doc result = new Doc(other);
        fields.forEach((name, value) -> {
            if (other.property(name).isPresent() && value != NULL) {
                result.fields.put(name, value);
            }
        });
        return result;
    }

    /** A new document of the same schema with only the named fields that are present. */
    public Doc only(String... names) {
        Doc result = new Doc(schema);
        for (String name : names) {
            Object value = get(name);
            if (value != null) {
                result.fields.put(name, value);
            }
        }
        return result;
    }

    /**
     * The bytes of this document cut to a schema, for one origin. Those of a frozen document are cached for later
     * requests.
     *
     * @param writer produces them if they are not cached
     */
    byte[] shaped(Schema answer, String origin, Supplier<byte[]> writer) {
        Shaped known = shaped;
        if (known != null && known.schema == answer && known.origin.equals(origin)) {
            return known.bytes;
        }
        byte[] bytes = writer.get();
        if (frozen) {
            shaped = new Shaped(answer, origin, bytes);
        }
        return bytes;
    }

    private void changeable() {
        if (frozen) {
            throw new ContractViolation(schema + " is frozen; change a copy");
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Instant instant -> Moments.text(instant);
            case Collection<?> items ->
                new ArrayList<>(items.stream().map(Doc::plain).toList());
            case String text -> text;
            case Long number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case Doc doc -> doc;
            default -> {
                if (value == NULL) {
                    yield value;
                }
                throw new ContractViolation("No JSON for " + value.getClass().getName());
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Doc doc && fields.equals(doc.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fields);
    }

    @Override
    public String toString() {
        return schema + fields.toString();
    }
}
