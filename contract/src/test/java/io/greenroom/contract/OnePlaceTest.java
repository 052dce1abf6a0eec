package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract defines everything once, under one name. */
class OnePlaceTest {
    private static final int SMALL = 3;

    private final Contract contract = PackedContract.bundled();

    @Test
    void namesEachFailureOnce() {
        assertThat(alike(contract.failures(), OnePlaceTest::answer)).isEmpty();
    }

    /** Except stored schemas and events, which may equal requests and answers but change for other reasons. */
    @Test
    void namesEachShapeOnce() {
        Map<String, Schema> sent = contract.schemas().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().endsWith("Record") && !entry.getKey().endsWith("Event"))
                .filter(entry -> entry.getValue().properties().size() >= SMALL)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(sent).hasSizeGreaterThan(100);
        assertThat(alike(sent, OnePlaceTest::shape)).isEmpty();
    }

    /** The names of equal definitions. */
    private static <T> List<Collection<String>> alike(Map<String, T> named, Function<T, String> as) {
        Map<String, Collection<String>> names = new TreeMap<>();
        named.forEach((name, thing) ->
                names.merge(as.apply(thing), List.of(name), (some, more) -> Stream.concat(some.stream(), more.stream())
                        .toList()));
        return names.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static String answer(Failure failure) {
        return failure.status() + "/" + failure.code() + " " + failure.message() + failure.extra();
    }

    /** The constraints of a value, without names other than those of fields. */
    private static String shape(Schema schema) {
        String shape = String.join(
                " ",
                schema.type().name(),
                schema.limits().toString(),
                schema.allowed().toString(),
                String.valueOf(schema.standard()),
                String.valueOf(schema.open()));
        return switch (schema.type()) {
            case ARRAY -> shape + shape(schema.items());
            case OBJECT ->
                schema.properties().stream()
                        .map(OnePlaceTest::shape)
                        .sorted()
                        .collect(Collectors.joining(",", shape + "{", "}"));
            case STRING, INTEGER, NUMBER, BOOLEAN, FILE -> shape;
        };
    }

    private static String shape(Property property) {
        return String.join(
                " ",
                property.name(),
                shape(property.schema()),
                String.valueOf(property.required()),
                String.valueOf(property.confidential()),
                String.valueOf(property.readOnly()),
                property.failures().toString());
    }
}
