package io.greenroom.contract;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named value: a field of an object, or a parameter of a path or query.
 *
 * @param name in requests and responses
 * @param schema of its values
 * @param description a few words if the name is not self-explanatory, else empty
 * @param required whether a request must have it
 * @param confidential stored but never sent ({@code private: true} in the contract)
 * @param readOnly set by the server: ignored in requests
 * @param lenient whether a query's invalid value counts as absent, and one above the maximum as the maximum
 * @param inherits the dotted name of the host's setting that is the default in a new resource; null if there is none
 * @param fault the text of an invalid value's entry in {@code errors}, here and in all fields below, in place of the
 *     group's; null for the group's
 * @param missing the failure when it is required and absent, or an empty file, else the general one
 * @param invalid the failure when its value is invalid, else the general one
 * @param oversized the failure when a file has too many bytes, else {@code invalid}
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
        @Nullable String fault,
        @Nullable Failure missing,
        @Nullable Failure invalid,
        @Nullable Failure oversized) {

    /** Its own failures, which replace the general ones. */
    public List<Failure> failures() {
        return Stream.of(missing, invalid, oversized).filter(Objects::nonNull).toList();
    }
}
