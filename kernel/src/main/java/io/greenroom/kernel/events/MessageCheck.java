package io.greenroom.kernel.events;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a message has the required fields of its schema, and values of the declared types. A null stands for a
 * former value that was absent; it fits each field that is not required.
 */
final class MessageCheck {
    private MessageCheck() {}

    /**
     * Checks a value and the values in it.
     *
     * @param place of the value in the message
     */
    static void check(String place, Object value, Schema schema) {
        boolean fits =
                switch (schema.type()) {
                    case STRING, FILE -> value instanceof String;
                    case INTEGER -> value instanceof Long;
                    case NUMBER -> value instanceof Number;
                    case BOOLEAN -> value instanceof Boolean;
                    case ARRAY -> value instanceof List<?>;
                    case OBJECT -> value instanceof Doc;
                };
        if (!fits) {
            throw new ContractViolation(place + " must be of type " + schema + ", not " + value);
        }
        if (value instanceof Doc doc) {
            schema.properties().stream()
                    .filter(property -> !property.confidential())
                    .forEach(property -> check(place + "." + property.name(), doc, property));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> check(place + "[]", item, schema.items()));
        }
    }

    private static void check(String place, Doc doc, Property property) {
        @Nullable Object value = doc.mayHold(property.name()) ? doc.get(property.name()) : null;
        if (value != null && value != Doc.NULL) {
            check(place, value, property.schema());
        } else if (property.required()) {
            throw new ContractViolation(place + " is required");
        }
    }
}
