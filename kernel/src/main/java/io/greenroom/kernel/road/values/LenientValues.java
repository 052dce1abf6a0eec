package io.greenroom.kernel.road.values;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.util.Optional;

/** The values of query parameters that the contract declares lenient: an invalid one is not a fault. */
public final class LenientValues {
    private LenientValues() {}

    /**
     * The effective value of a parameter. Of a lenient one, an invalid value is absent, and one above the maximum
     * becomes the maximum; other parameters keep their values.
     */
    public static Optional<Object> counted(Property parameter, String value) {
        Schema schema = parameter.schema();
        if (!parameter.lenient()) {
            return Optional.of(value);
        }
        if (schema.type() == Schema.Type.INTEGER) {
            return Optional.ofNullable(Values.integer(value)).flatMap(number -> nearest(schema.limits(), number));
        }
        return schema.allowed().isEmpty()
                ? Optional.of(value)
                : schema.allowed().stream()
                        .filter(allowed -> allowed.toString().equalsIgnoreCase(value))
                        .findFirst();
    }

    private static Optional<Object> nearest(Schema.Limits limits, long number) {
        Long min = limits.min();
        Long max = limits.max();
        if (min != null && number < min) {
            return Optional.empty();
        }
        return Optional.of(max != null && number > max ? max : number);
    }
}
