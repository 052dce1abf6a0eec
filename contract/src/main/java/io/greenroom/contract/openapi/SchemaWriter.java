package io.greenroom.contract.openapi;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes schemas as JSON Schema of 2020-12. Named ones are written as components and referenced. */
final class SchemaWriter {
    /** Formats that restrict values. The others say which resource a path names; a caller may send any text there. */
    private static final Set<String> FORMATS =
            Set.of("date", "date-time", "domain", "email", "name", "own-url", "password", "timezone", "uri");

    private final Map<String, Object> components = new TreeMap<>();

    /** The named schemas that have been referenced. */
    Map<String, Object> components() {
        return components;
    }

    void add(String name, Map<String, Object> schema) {
        components.put(name, schema);
    }

    /** A reference to a named schema, or the schema itself. */
    Map<String, Object> use(Schema schema) {
        if (schema.name().isEmpty()) {
            return written(schema);
        }
        String name = schema.name().get();
        if (!components.containsKey(name)) {
            components.put(name, written(schema));
        }
        return reference(name);
    }

    static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> property(Property property) {
        Map<String, Object> node = new LinkedHashMap<>(use(property.schema()));
        String description = description(property);
        if (!description.isEmpty()) {
            node.put("description", description);
        }
        if (property.readOnly()) {
            node.put("readOnly", true);
        }
        return node;
    }

    private static String description(Property property) {
        if (property.inherits() == null) {
            return property.description();
        }
        String inherited = "when absent on creation, the host's setting " + property.inherits();
        return property.description().isEmpty() ? inherited : property.description() + "; " + inherited;
    }

    private Map<String, Object> written(Schema schema) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("type", typeName(schema.type()));
        format(node, schema);
        limits(node, schema);
        if (!schema.allowed().isEmpty() && schema.type() != Schema.Type.FILE) {
            node.put("enum", schema.allowed());
        }
        if (schema.standard() != null) {
            node.put("default", schema.standard());
        }
        if (schema.type() == Schema.Type.ARRAY) {
            node.put("items", use(schema.items()));
        }
        if (schema.type() == Schema.Type.OBJECT) {
            fields(node, schema);
        }
        return node;
    }

    private void fields(Map<String, Object> node, Schema schema) {
        List<Property> sent = schema.properties().stream()
                .filter(property -> !property.confidential())
                .toList();
        List<String> required =
                sent.stream().filter(Property::required).map(Property::name).toList();
        if (!required.isEmpty()) {
            node.put("required", required);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        sent.forEach(property -> properties.put(property.name(), property(property)));
        node.put("properties", properties);
    }

    private static String typeName(Schema.Type type) {
        return switch (type) {
            case STRING, FILE -> "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
        };
    }

    private static void format(Map<String, Object> node, Schema schema) {
        String format = schema.limits().format();
        if (schema.type() == Schema.Type.FILE) {
            node.put("format", "binary");
        } else if (schema.type() == Schema.Type.INTEGER && schema.allowed().isEmpty()) {
            node.put("format", "int64");
        } else if (format != null && FORMATS.contains(format)) {
            node.put("format", format.equals("own-url") ? "uri" : format);
        }
    }

    private static void limits(Map<String, Object> node, Schema schema) {
        Schema.Limits limits = schema.limits();
        switch (schema.type()) {
            case STRING, FILE -> bounds(node, limits, "minLength", "maxLength");
            case ARRAY -> bounds(node, limits, "minItems", "maxItems");
            case INTEGER, NUMBER -> bounds(node, limits, "minimum", "maximum");
            case BOOLEAN, OBJECT -> {}
        }
        if (limits.pattern() != null) {
            node.put("pattern", "^(?:" + limits.pattern().pattern() + ")$");
        }
    }

    private static void bounds(Map<String, Object> node, Schema.Limits limits, String least, String most) {
        bound(node, least, limits.min());
        bound(node, most, limits.max());
    }

    private static void bound(Map<String, Object> node, String word, @Nullable Long limit) {
        if (limit != null) {
            node.put(word, limit);
        }
    }
}
