package io.greenroom.contract.openapi;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Generates values that fit schemas: the same seed generates the same value for the same place. Values are maps, lists,
 * texts, numbers and booleans. Threads may share it.
 */
public final class Examples {
    private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int ID_LENGTH = 22;
    private static final int LONGEST_GUESS = 64;
    private static final long WIDEST_GUESS = 1000;
    private static final String WORDS = "example of a text that is long enough for most fields of this interface ";
    private static final Map<String, Object> WELL_KNOWN = Map.ofEntries(
            Map.entry("first_name", "Ada"),
            Map.entry("last_name", "Lovelace"),
            Map.entry("topic", "Weekly review"),
            Map.entry("dept", "Research"),
            Map.entry("company", "Analytical Engines"),
            Map.entry("job_title", "Programmer"),
            Map.entry("language", "en-US"),
            Map.entry("country", "US"),
            Map.entry("header", "x-api-key"),
            Map.entry("code", "+1"),
            Map.entry("number", "+12025550100"),
            Map.entry("pmi", 5550100200L));

    private final long seed;
    private final String origin;

    /**
     * @param seed chooses among the values that fit
     * @param origin the server's, in front of its own URLs
     */
    public Examples(long seed, String origin) {
        this.seed = seed;
        this.origin = origin;
    }

    /** A response of the server: all but private fields. */
    public Object answer(Schema schema) {
        return value(schema.toString(), schema, property -> !property.confidential());
    }

    /** A request body: neither private nor read-only fields. */
    public Object request(Schema schema) {
        return value(schema.toString(), schema, property -> !property.confidential() && !property.readOnly());
    }

    /** A value of a parameter. */
    public Object parameter(Property parameter) {
        return value(parameter.name(), parameter.schema(), property -> true);
    }

    private Object value(String place, Schema schema, Predicate<Property> sent) {
        if (schema.type() == Schema.Type.OBJECT) {
            return object(place, schema, sent);
        }
        if (schema.type() == Schema.Type.ARRAY) {
            return array(place, schema, sent);
        }
        if (schema.standard() != null) {
            return schema.standard();
        }
        if (!schema.allowed().isEmpty() && schema.type() != Schema.Type.FILE) {
            return schema.allowed().getFirst();
        }
        return scalar(place, schema);
    }

    private Object scalar(String place, Schema schema) {
        return switch (schema.type()) {
            case BOOLEAN -> true;
            case INTEGER -> wholeNumber(place, schema);
            case NUMBER ->
                schema.limits().min() == null ? 1.5 : schema.limits().min().doubleValue();
            case FILE -> "the bytes of the file";
            case STRING -> text(place, schema);
            case ARRAY, OBJECT -> throw new IllegalArgumentException(schema + " is no single value");
        };
    }

    private Map<String, Object> object(String place, Schema schema, Predicate<Property> sent) {
        Map<String, Object> fields = new LinkedHashMap<>();
        schema.properties().stream()
                .filter(sent)
                .forEach(property ->
                        fields.put(property.name(), value(place + "." + property.name(), property.schema(), sent)));
        return fields;
    }

    private List<Object> array(String place, Schema schema, Predicate<Property> sent) {
        Schema.Limits limits = schema.limits();
        if (schema.standard() instanceof List<?> standard && !standard.isEmpty()) {
            return List.copyOf(standard);
        }
        long least = limits.min() == null ? 1 : Math.max(1, limits.min());
        long count = limits.max() == null ? least : Math.min(least, limits.max());
        List<Object> items = new ArrayList<>();
        while (items.size() < count) {
            items.add(value(place + "." + items.size(), schema.items(), sent));
        }
        return items;
    }

    private long wholeNumber(String place, Schema schema) {
        Long min = schema.limits().min();
        Long max = schema.limits().max();
        if (WELL_KNOWN.get(field(place)) instanceof Long known
                && (min == null || known >= min)
                && (max == null || known <= max)) {
            return known;
        }
        long least = min == null ? Math.min(0, max == null ? 0 : max) : min;
        long most = max == null ? least + WIDEST_GUESS : Math.min(max, least + WIDEST_GUESS);
        return least + random(place).nextLong(most - least + 1);
    }

    private String text(String place, Schema schema) {
        return candidates(place, schema).stream()
                .filter(candidate -> fits(candidate, schema.limits()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No example for " + place));
    }

    private static boolean fits(String text, Schema.Limits limits) {
        Pattern pattern = limits.pattern();
        return (limits.min() == null || text.length() >= limits.min())
                && (limits.max() == null || text.length() <= limits.max())
                && (pattern == null || pattern.matcher(text).matches());
    }

    private List<String> candidates(String place, Schema schema) {
        List<String> candidates = new ArrayList<>();
        ofFormat(place, schema.limits().format()).ifPresent(candidates::add);
        String field = field(place);
        if (WELL_KNOWN.get(field) instanceof String known) {
            candidates.add(known);
        }
        if (field.equals("id") || field.endsWith("_id") || field.endsWith("Id")) {
            candidates.add(letters(place, ID_LETTERS, ID_LENGTH));
        }
        candidates.add("example");
        candidates.add(letters(place, "23456789", 6));
        for (int length = 0; length <= LONGEST_GUESS; length++) {
            candidates.add(letters(place, "23456789", length));
            candidates.add(WORDS.substring(0, length));
        }
        return candidates;
    }

    private Optional<String> ofFormat(String place, @Nullable String format) {
        return format == null
                ? Optional.empty()
                : Optional.ofNullable(
                        switch (format) {
                            case "date-time" -> "2026-01-15T09:30:00Z";
                            case "date" -> "2026-01-15";
                            case "email" -> "ada@example.org";
                            case "uri" -> "https://www.example.org/page";
                            case "own-url" -> origin + "/p/" + letters(place, ID_LETTERS, ID_LENGTH);
                            case "timezone" -> "Europe/Berlin";
                            case "password" -> "Analytical-1843";
                            default -> null;
                        });
    }

    private String letters(String place, String alphabet, int length) {
        Random random = random(place);
        StringBuilder letters = new StringBuilder(length);
        while (letters.length() < length) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    private Random random(String place) {
        return new Random(seed * 31 + place.hashCode());
    }

    private static String field(String place) {
        return place.substring(place.lastIndexOf('.') + 1);
    }
}
