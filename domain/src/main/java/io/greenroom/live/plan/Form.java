package io.greenroom.live.plan;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a value of a script may be. {@link FormCheck} checks values by it, {@link FormSchema} writes it as JSON Schema.
 */
sealed interface Form {

    /** A text of a length, such as a name. */
    record Text(int max) implements Form {}

    /** One of some words. */
    record Word(List<String> words) implements Form {}

    /** A whole number. */
    record Whole(long min, long max) implements Form {}

    /** True or false. */
    record Flag() implements Form {}

    /**
     * A text that matches a pattern.
     *
     * @param what names it, such as {@code a time such as 00:05}
     */
    record Matching(String what, Pattern pattern) implements Form {}

    /** A list. */
    record Listing(Form item, int max) implements Form {}

    /** An object with known names. */
    record Known(Map<String, Form> fields) implements Form {}

    /** An object with any names. */
    record Named(Form value, int max) implements Form {}

    /** One of several forms; the kind of the value decides, then the first that accepts it. */
    record Either(List<Form> forms) implements Form {
        Either(Form... forms) {
            this(List.of(forms));
        }
    }

    /** The form of a value by its schema in the contract. */
    static Form of(Schema schema) {
        long max = schema.limits().max() == null
                ? Integer.MAX_VALUE
                : schema.limits().max();
        return switch (schema.type()) {
            case BOOLEAN -> new Flag();
            case INTEGER, NUMBER -> number(schema, max);
            case ARRAY -> new Listing(of(schema.items()), (int) Math.min(max, 1_000));
            case OBJECT -> new Known(fields(schema));
            case STRING, FILE -> text(schema, (int) Math.min(max, 10_000));
        };
    }

    private static Form number(Schema schema, long max) {
        long least = schema.limits().min() == null ? 0 : schema.limits().min();
        LongSummaryStatistics allowed = schema.allowed().stream()
                .mapToLong(value -> Long.parseLong(value.toString()))
                .summaryStatistics();
        return schema.allowed().isEmpty() ? new Whole(least, max) : new Whole(allowed.getMin(), allowed.getMax());
    }

    private static Form text(Schema schema, int max) {
        Pattern pattern = schema.limits().pattern();
        if (!schema.allowed().isEmpty()) {
            return new Word(schema.allowed().stream().map(String::valueOf).toList());
        }
        if (schema.hasFormat("email")) {
            return new Matching("an e-mail address", Times.EMAIL);
        }
        return pattern == null ? new Text(max) : new Matching("a text like " + pattern, pattern);
    }

    /** The forms of an object's fields. */
    static Map<String, Form> fields(Schema schema) {
        Map<String, Form> fields = new LinkedHashMap<>();
        for (Property property : schema.properties()) {
            fields.put(property.name(), of(property.schema()));
        }
        return fields;
    }
}
