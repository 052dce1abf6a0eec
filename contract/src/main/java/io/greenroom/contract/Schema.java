package io.greenroom.contract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a value, in JSON Schema's terms. Immutable; threads may share it. All references to a name share one
 * instance, so identity may serve as a key.
 */
public final class Schema {
    private final Optional<String> name;
    private final Type type;
    private final Limits limits;
    private final List<Object> allowed;
    private final @Nullable Object standard;
    private final @Nullable Schema items;
    private final List<Property> properties;
    private final Map<String, Integer> places;
    private final boolean open;

    public Schema(
            Optional<String> name,
            Type type,
            Limits limits,
            List<Object> allowed,
            @Nullable Object standard,
            @Nullable Schema items,
            Map<String, Property> properties,
            boolean open) {
        this.name = name;
        this.type = type;
        this.limits = limits;
        this.allowed = allowed;
        this.standard = standard;
        this.items = items;
        this.properties = List.copyOf(properties.values());
        this.places = HashMap.newHashMap(properties.size());
        this.properties.forEach(property -> places.put(property.name(), places.size()));
        this.open = open;
    }

    /** An object of any fields, for values without a fixed schema. */
    public static Schema anyObject() {
        return new Schema(Optional.empty(), Type.OBJECT, Limits.NONE, List.of(), null, null, Map.of(), true);
    }

    /** An object of these fields, for a list of parameters in the contract. */
    public static Schema object(List<Property> fields) {
        Map<String, Property> named = new LinkedHashMap<>();
        fields.forEach(field -> named.put(field.name(), field));
        return new Schema(Optional.empty(), Type.OBJECT, Limits.NONE, List.of(), null, null, named, false);
    }

    /** A whole number between two bounds. */
    public static Schema wholeNumber(long min, long max, long standard) {
        Limits limits = new Limits(null, min, max, null);
        return new Schema(Optional.empty(), Type.INTEGER, limits, List.of(), standard, null, Map.of(), false);
    }

    /** Any whole number. */
    public static Schema wholeNumber() {
        return new Schema(Optional.empty(), Type.INTEGER, Limits.NONE, List.of(), null, null, Map.of(), false);
    }

    /** The only text allowed. */
    public static Schema constant(String text) {
        return new Schema(Optional.empty(), Type.STRING, Limits.NONE, List.of(text), null, null, Map.of(), false);
    }

    /** A text of at most {@code max} characters. */
    public static Schema text(long max) {
        Limits limits = new Limits(null, null, max, null);
        return new Schema(Optional.empty(), Type.STRING, limits, List.of(), null, null, Map.of(), false);
    }

    /** A text of a format, of at most {@code max} characters. */
    static Schema formatted(String format, long max) {
        Limits limits = new Limits(format, null, max, null);
        return new Schema(Optional.empty(), Type.STRING, limits, List.of(), null, null, Map.of(), false);
    }

    /** The type of a value. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        ARRAY,
        OBJECT,
        FILE
    }

    /**
     * The limits of a value; a null sets no limit.
     *
     * @param format JSON Schema's format, {@code own-url} for a path of this server that is sent with the server's
     *     origin, {@code timezone} for the name of a time zone, {@code user} or {@code account} for a path parameter
     *     that names one
     * @param min the least value, length, number of items or, of a file, bytes
     * @param max the greatest
     * @param pattern that the whole text must match
     */
    public record Limits(@Nullable String format, @Nullable Long min, @Nullable Long max, @Nullable Pattern pattern) {
        static final Limits NONE = new Limits(null, null, null, null);
    }

    /** Its name in the contract, empty for an inline schema. */
    public Optional<String> name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public Limits limits() {
        return limits;
    }

    public boolean hasFormat(String format) {
        return format.equals(limits.format());
    }

    /** The only values allowed: texts or whole numbers, or a file's media types; empty if all are. */
    public List<Object> allowed() {
        return allowed;
    }

    /** The default of an absent field: a Boolean, Long, Double, String or List; null when there is none. */
    public @Nullable Object standard() {
        return standard;
    }

    /** The schema of an array's items. */
    public Schema items() {
        if (items == null) {
            throw new IllegalStateException(this + " is no array");
        }
        return items;
    }

    /** An object's fields in the order of the contract. */
    public List<Property> properties() {
        return properties;
    }

    /** The index of a field in {@link #properties}, or -1. */
    public int place(String field) {
        return places.getOrDefault(field, -1);
    }

    public Optional<Property> property(String field) {
        int place = place(field);
        return place < 0 ? Optional.empty() : Optional.of(properties.get(place));
    }

    /** The schema of a nested field, by its dotted name such as {@code in_meeting.chat}. */
    public Optional<Schema> at(String dotted) {
        Optional<Schema> found = Optional.of(this);
        for (String field : dotted.split("\\.")) {
            found = found.flatMap(object -> object.property(field)).map(Property::schema);
        }
        return found;
    }

    /** Whether an object may have fields that the contract does not name. */
    public boolean open() {
        return open;
    }

    @Override
    public String toString() {
        return name.orElse(type.name().toLowerCase(java.util.Locale.ROOT));
    }
}
