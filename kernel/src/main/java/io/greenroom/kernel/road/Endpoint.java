package io.greenroom.kernel.road;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation with what the road prepares for it once.
 *
 * @param operation of the contract
 * @param handler of the operation; empty while it is not built
 * @param fault the text of an invalid value's entry in {@code errors}
 * @param query the query's parameters, including those of paging, as the fields of an object
 */
record Endpoint(Operation operation, Optional<Function<Call, Object>> handler, String fault, Schema query) {

    static Endpoint of(Operation operation, Optional<Function<Call, Object>> handler, String fault) {
        List<Property> query = new ArrayList<>(operation.query());
        operation.paging().ifPresent(paging -> query.addAll(paging.parameters()));
        return new Endpoint(operation, handler, fault, Schema.object(query));
    }
}
