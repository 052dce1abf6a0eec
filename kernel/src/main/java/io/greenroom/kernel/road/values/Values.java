package io.greenroom.kernel.road.values;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the integers, numbers and booleans of requests, and checks the limits of a schema. */
public final class Values {
    private static final Pattern NUMERIC = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Values() {}

    /** The integer, null if the value is not one. */
    public static @Nullable Long integer(Object value) {
        return switch (value) {
            case Long number -> number;
            case Double number when number == Math.rint(number) && Math.abs(number) < 1L << 53 -> number.longValue();
            case String text -> parsed(text);
            default -> null;
        };
    }

    private static @Nullable Long parsed(String text) {
        String digits = text.strip();
        boolean negative = digits.startsWith("-");
        String magnitude = negative ? digits.substring(1) : digits;
        if (magnitude.isEmpty() || magnitude.length() > 18 || !magnitude.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long number = Long.parseLong(magnitude);
        return negative ? -number : number;
    }

    /** The number, null if the value is not one. */
    static @Nullable Object number(Object value) {
        return switch (value) {
            case Long number -> number;
            case Double number -> number;
            case String text -> decimal(text);
            default -> null;
        };
    }

    private static @Nullable Double decimal(String text) {
        return text.length() <= 40 && NUMERIC.matcher(text).matches() ? Double.valueOf(text) : null;
    }

    /** The boolean, null if the value is not one. */
    static @Nullable Boolean flag(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case String text when text.equalsIgnoreCase("true") || text.equals("1") -> true;
            case String text when text.equalsIgnoreCase("false") || text.equals("0") -> false;
            case Long number when number == 1 -> true;
            case Long number when number == 0 -> false;
            default -> null;
        };
    }

    /**
     * Whether a JSON value can be read as the type, within its limits or not. Texts of numbers and booleans can, and a
     * blank text of neither is only invalid.
     */
    static boolean isReadable(Schema.Type type, Object value) {
        return switch (type) {
            case STRING -> !(value instanceof Doc || value instanceof List<?>);
            case INTEGER, NUMBER ->
                value instanceof Number || (value instanceof String text && (text.isBlank() || isNumeric(text)));
            case BOOLEAN ->
                flag(value) != null || value instanceof Long || (value instanceof String text && text.isBlank());
            case ARRAY -> value instanceof List<?>;
            case OBJECT -> value instanceof Doc;
            case FILE -> true;
        };
    }

    private static boolean isNumeric(String text) {
        return NUMERIC.matcher(text.strip()).matches();
    }

    /** Whether a typed value is allowed and within the limits. */
    static boolean within(Schema schema, Object typed) {
        if (!schema.allowed().isEmpty() && !schema.allowed().contains(typed)) {
            return false;
        }
        Pattern pattern = schema.limits().pattern();
        return hasSize(schema, typed)
                && (pattern == null
                        || !(typed instanceof String text)
                        || pattern.matcher(text).matches());
    }

    /** Whether a typed value is as large as the limits allow. Texts are measured before their format is checked. */
    static boolean hasSize(Schema schema, Object typed) {
        if (schema.type() == Schema.Type.BOOLEAN || schema.type() == Schema.Type.OBJECT) {
            return true;
        }
        double size =
                switch (typed) {
                    case String text -> text.codePointCount(0, text.length());
                    case Number number -> number.doubleValue();
                    case List<?> items -> items.size();
                    default -> 0;
                };
        Long min = schema.limits().min();
        Long max = schema.limits().max();
        return (min == null || size >= min) && (max == null || size <= max);
    }
}
