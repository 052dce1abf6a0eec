package io.greenroom.live.plan;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.plan.Node.Field;
import java.util.List;

/** Makes documents of values that fit their forms. */
public final class Values {
    private Values() {}

    /** Fills a document with the fields that its schema has. */
    public static Doc fill(Doc document, List<Field> fields) {
        for (Field field : fields) {
            document.schema()
                    .property(field.name())
                    .map(Property::schema)
                    .ifPresent(schema -> document.put(field.name(), value(field.value(), schema)));
        }
        return document;
    }

    /** The seconds of a length such as {@code 90s}. */
    public static long seconds(String length) {
        return Times.length(length).toSeconds();
    }

    private static Object value(Node node, Schema schema) {
        return switch (schema.type()) {
            case BOOLEAN -> FormCheck.isTrue(node.word());
            case INTEGER -> Long.parseLong(node.word());
            case NUMBER -> Double.parseDouble(node.word());
            case STRING, FILE -> node.word();
            case OBJECT -> fill(new Doc(schema), node.entries());
            case ARRAY ->
                node.each().stream().map(item -> value(item, schema.items())).toList();
        };
    }
}
