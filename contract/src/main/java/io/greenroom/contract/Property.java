package io.greenroom.contract;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named value: a field of an object, or a parameter of a path or query.
 *
 * @param name as it travels on the wire
 * @param schema the values that it takes
 * @param description a few words where the name does not explain itself, else empty
 * @param required whether a request must bring it
 * @param confidential kept but never sent ({@code private: true} in the contract)
 * @param readOnly decided by the server: ignored when a request brings it
 * @param lenient whether a query's value that does not fit counts as absent, and a too great number as the greatest
 * @param inherits the dotted name of the host's setting that decides where a created thing has no value of its own;
 *     null when none does
 * @param missing the failure to answer when it is required and absent, or an empty file, else the general one
 * @param invalid the failure to answer when its value does not fit, else the general one
 * @param oversized the failure to answer when a file has too many bytes, else {@code invalid}
 */
public record Property(
        String name,
        Schema schema,
        String description,
        boolean required,
        boolean confidential,
        boolean readOnly,
        boolean lenient,
        @Nullable String inherits,
        @Nullable Failure missing,
        @Nullable Failure invalid,
        @Nullable Failure oversized) {

    /** The failures of its own that a value of it may be answered with. */
    public List<Failure> failures() {
        return Stream.of(missing, invalid, oversized).filter(Objects::nonNull).toList();
    }
}
