package io.greenroom.testkit;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes values as JSON, some of them corrupted: wrong types, nulls, huge numbers, duplicate names. */
final class RandomJson {
    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "0",
            "1e400",
            "9223372036854775808",
            "-9223372036854775808",
            "1.5",
            "[null]",
            "[[[1]]]",
            "{\"a\":{\"b\":[]}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"%s {0} $1 \\\\ ' \\\" --\"",
            "\"2026-99-99T99:99:99Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "NaN",
            "1" + "0".repeat(2000));

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    /** @param oddness the percentage of values to replace */
    String write(Object value, int oddness) {
        if (random.nextInt(100) < oddness) {
            return strange();
        }
        return switch (value) {
            case Map<?, ?> fields -> object(fields, oddness);
            case List<?> items ->
                items.stream().map(item -> write(item, oddness)).collect(Collectors.joining(",", "[", "]"));
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    /** A value that hardly any field accepts. */
    String strange() {
        if (random.nextInt(10) == 0) {
            return quoted("x".repeat(random.nextInt(5000)));
        }
        return switch (random.nextInt(4)) {
            case 0 -> quoted(EdgeCases.DATES.get(random.nextInt(EdgeCases.DATES.size())));
            case 1 -> quoted(EdgeCases.TEXTS.get(random.nextInt(EdgeCases.TEXTS.size())));
            default -> STRANGE.get(random.nextInt(STRANGE.size()));
        };
    }

    /** Nested arrays or objects. */
    String deep(int depth) {
        return random.nextBoolean()
                ? "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)
                : "[".repeat(depth) + "]".repeat(depth);
    }

    private String object(Map<?, ?> fields, int oddness) {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((name, value) -> {
            if (random.nextInt(100) < oddness) {
                return;
            }
            json.append(json.length() > 1 ? "," : "")
                    .append(quoted(name.toString()))
                    .append(':');
            json.append(write(value, oddness));
            if (random.nextInt(200) < oddness) {
                json.append(',').append(quoted(name.toString())).append(':').append(strange());
            }
        });
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
