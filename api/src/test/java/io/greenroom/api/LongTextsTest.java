package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.road.values.Faults;
import io.greenroom.kernel.road.values.Validator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text of a request overflows the stack of the regular expression that its format or pattern is. */
class LongTextsTest {
    private static final long SMALL_STACK = 256 * 1024;
    private static final int LONG = 500_000;
    private static final List<String> PIECES = List.of(
            "a", "1", "a.", "*.a", "aa:", "00-11-22-33-44-55, ", "a@b.", "\u00e4.", " ", "http://a/", "\ud83d\ude00");

    private final Set<Schema> seen = new LinkedHashSet<>();
    private final List<String> overflows = new ArrayList<>();

    @Test
    void checksAnyTextOnASmallStack() throws InterruptedException {
        Contract contract = PackedContract.bundled();
        Stream.concat(
                        contract.operations().values().stream(),
                        contract.control().orElseThrow().operations().values().stream())
                .forEach(this::collect);
        Thread thread = new Thread(null, () -> seen.forEach(this::check), "small", SMALL_STACK);
        thread.start();
        thread.join();

        assertThat(overflows).isEmpty();
        assertThat(seen).hasSizeGreaterThan(200);
    }

    private void collect(Operation operation) {
        operation.body().ifPresent(body -> collect(body.schema()));
        Stream.concat(operation.path().stream(), operation.query().stream())
                .map(Property::schema)
                .forEach(this::collect);
    }

    private void collect(Schema schema) {
        if (seen.add(schema)) {
            schema.properties().forEach(property -> collect(property.schema()));
            if (schema.type() == Schema.Type.ARRAY) {
                collect(schema.items());
            }
        }
    }

    private void check(Schema schema) {
        if (schema.type() != Schema.Type.STRING
                || (schema.limits().format() == null && schema.limits().pattern() == null)) {
            return;
        }
        Long max = schema.limits().max();
        for (String piece : PIECES) {
            check(schema, piece, LONG);
            check(schema, piece, max == null ? LONG : (int) Math.min(max, LONG));
        }
    }

    private void check(Schema schema, String piece, int length) {
        String text = piece.repeat(length / piece.length() + 1).substring(0, length);
        Property property = new Property("text", schema, "", false, false, false, false, null, null, null, null, null);
        try {
            new Validator(false, false, null, new Faults(), "Invalid field.").check(property, text);
        } catch (StackOverflowError e) {
            overflows.add(schema + " with " + length + " characters of " + piece);
        }
    }
}
