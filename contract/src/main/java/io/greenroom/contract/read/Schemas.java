package io.greenroom.contract.read;

import io.greenroom.contract.Failure;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads schemas and properties. Each named schema is read once, at its first reference. */
final class Schemas {
    private static final Schema UNKNOWN = Schema.anyObject();

    private final Map<String, Entry> written;
    private final Map<String, Failure> failures;
    private final Map<String, Schema> known;
    private final Map<String, Schema> read = new LinkedHashMap<>();
    private final Set<String> underway = new HashSet<>();
    private final List<Inherited> inherited = new ArrayList<>();

    /**
     * The schemas of some files.
     *
     * @param known the schemas that these files may refer to without defining them
     */
    Schemas(Map<String, Entry> written, Map<String, Failure> failures, Map<String, Schema> known) {
        this.written = written;
        this.failures = failures;
        this.known = known;
    }

    /** A property whose default is a setting. */
    private record Inherited(String setting, Schema schema, Entry entry) {}

    Map<String, Schema> all() {
        written.forEach((name, entry) -> named(name, entry));
        return read;
    }

    /** The schema with a name; if there is none, the fault is reported for {@code from}. */
    Schema named(String name, Entry from) {
        Schema found = read.getOrDefault(name, known.get(name));
        if (found != null) {
            return found;
        }
        Entry entry = written.get(name);
        if (entry == null) {
            from.fault("there is no schema " + name);
            return UNKNOWN;
        }
        if (!underway.add(name)) {
            from.fault("schema " + name + " holds itself");
            return UNKNOWN;
        }
        Schema schema = schema(Optional.of(name), entry);
        entry.done();
        underway.remove(name);
        read.put(name, schema);
        return schema;
    }

    /** The entry's properties, its parents' first. */
    List<Property> properties(Map<String, Entry> entries) {
        List<Property> properties = new ArrayList<>();
        entries.forEach((name, entry) -> properties.add(property(name, entry)));
        return properties;
    }

    private Property property(String name, Entry entry) {
        Optional<String> reference = entry.optionalText("schema");
        Schema schema = reference.map(named -> named(named, entry)).orElseGet(() -> schema(Optional.empty(), entry));
        Property property = new Property(
                name,
                schema,
                entry.optionalText("description").orElse(""),
                entry.flag("required", false),
                entry.flag("private", false),
                entry.flag("readOnly", false),
                entry.flag("lenient", false),
                inherits(schema, entry),
                entry.optionalText("fault").orElse(null),
                failure(entry, "missing"),
                failure(entry, "invalid"),
                failure(entry, "oversized"));
        entry.get("source");
        entry.done();
        return property;
    }

    private @Nullable String inherits(Schema schema, Entry entry) {
        Optional<String> setting = entry.optionalText("inherits");
        setting.ifPresent(name -> inherited.add(new Inherited(name, schema, entry)));
        if (setting.isPresent() && schema.standard() != null) {
            entry.fault("has a default beside what it inherits");
        }
        return setting.orElse(null);
    }

    /** Checks that each inherited setting exists, and that the property accepts all its values. */
    void checkInherited(Optional<Schema> settings) {
        for (Inherited property : inherited) {
            Optional<Schema> setting = settings.flatMap(schema -> schema.at(property.setting));
            if (setting.isEmpty()) {
                property.entry.fault("there is no setting " + property.setting);
            } else if (!takes(property.schema, setting.get())) {
                property.entry.fault("cannot take every value of the setting " + property.setting);
            }
        }
    }

    private static boolean takes(Schema property, Schema setting) {
        return property.type() == setting.type()
                && setting.type() != Schema.Type.OBJECT
                && (property.allowed().isEmpty()
                        || (!setting.allowed().isEmpty() && property.allowed().containsAll(setting.allowed())));
    }

    private @Nullable Failure failure(Entry entry, String word) {
        return entry.optionalText(word).map(name -> failure(name, entry)).orElse(null);
    }

    Failure failure(String name, Entry from) {
        Failure failure = failures.get(name);
        if (failure == null) {
            from.fault("there is no failure " + name);
            return new Failure(name, 500, 500, "");
        }
        return failure;
    }

    private Schema schema(Optional<String> name, Entry entry) {
        if (name.isPresent()) {
            entry.get("description");
            entry.get("source");
        }
        Schema.Type type = type(entry);
        return new Schema(
                name,
                type,
                limits(entry),
                entry.list("enum"),
                entry.get("default"),
                type == Schema.Type.ARRAY ? items(entry) : null,
                type == Schema.Type.OBJECT ? fields(entry) : Map.of(),
                entry.flag("open", false));
    }

    private Schema.Type type(Entry entry) {
        String word = entry.optionalText("type")
                .orElse(entry.has("properties") || entry.has("extends") ? "object" : entry.has("items") ? "array" : "");
        for (Schema.Type type : Schema.Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return type;
            }
        }
        entry.fault("has no type" + (word.isEmpty() ? "" : " " + word));
        return Schema.Type.STRING;
    }

    private static Schema.Limits limits(Entry entry) {
        return new Schema.Limits(
                entry.optionalText("format").orElse(null),
                firstOf(entry, "minimum", "minLength", "minItems"),
                firstOf(entry, "maximum", "maxLength", "maxItems"),
                entry.optionalText("pattern")
                        .map(pattern -> pattern(pattern, entry))
                        .orElse(null));
    }

    private static @Nullable Long firstOf(Entry entry, String... words) {
        Long first = null;
        for (String word : words) {
            Optional<Long> number = entry.number(word);
            first = first == null ? number.orElse(null) : first;
        }
        return first;
    }

    private static @Nullable Pattern pattern(String pattern, Entry entry) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            entry.fault("pattern " + e.getDescription());
            return null;
        }
    }

    private Schema items(Entry entry) {
        Optional<Entry> items = entry.entry("items");
        if (items.isEmpty()) {
            entry.fault("lacks items");
            return UNKNOWN;
        }
        return property("items", items.get()).schema();
    }

    private Map<String, Property> fields(Entry entry) {
        Map<String, Property> fields = new LinkedHashMap<>();
        for (String parent : entry.texts("extends")) {
            named(parent, entry).properties().forEach(property -> fields.put(property.name(), property));
        }
        properties(entry.entries("properties")).forEach(property -> fields.put(property.name(), property));
        return fields;
    }
}
