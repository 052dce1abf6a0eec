package io.greenroom.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds how a value violates a schema, independently of the program's own validation. */
public final class Fit {
    private final List<String> faults = new ArrayList<>();

    private Fit() {}

    public static List<String> faults(String place, Schema schema, Object value) {
        Fit fit = new Fit();
        fit.check(place, schema, value);
        return fit.faults;
    }

    private void check(String place, Schema schema, Object value) {
        if (!ofType(schema.type(), value)) {
            faults.add(place + ": " + value + " is no " + schema.type());
            return;
        }
        if (!schema.allowed().isEmpty() && !schema.allowed().contains(value)) {
            faults.add(place + ": " + value + " is not among " + schema.allowed());
        }
        bounds(place, schema.limits(), size(value));
        if (value instanceof String text
                && schema.limits().pattern() != null
                && !schema.limits().pattern().matcher(text).matches()) {
            faults.add(place + ": " + text + " is not like " + schema.limits().pattern());
        }
        if (value instanceof List<?> items) {
            items.forEach(item -> check(place + "[]", schema.items(), item));
        }
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> schema.property(name.toString())
                    .ifPresentOrElse(
                            property -> check(place + "." + name, property.schema(), field),
                            () -> faults.add(place + " has no field " + name)));
        }
    }

    private static boolean ofType(Schema.Type type, Object value) {
        return switch (type) {
            case STRING, FILE -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case NUMBER -> value instanceof Long || value instanceof Double;
            case BOOLEAN -> value instanceof Boolean;
            case ARRAY -> value instanceof List;
            case OBJECT -> value instanceof Map;
        };
    }

    private static @Nullable Double size(Object value) {
        return switch (value) {
            case String text -> (double) text.length();
            case List<?> items -> (double) items.size();
            case Number number -> number.doubleValue();
            default -> null;
        };
    }

    private void bounds(String place, Schema.Limits limits, @Nullable Double size) {
        if (size != null && limits.min() != null && size < limits.min()) {
            faults.add(place + ": less than " + limits.min());
        }
        if (size != null && limits.max() != null && size > limits.max()) {
            faults.add(place + ": more than " + limits.max());
        }
    }
}
