package io.greenroom.kernel.road;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Route;
import io.greenroom.contract.Schema;
import io.greenroom.contract.read.ContractReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Variants of an operation of the toy contract. */
final class Operations {
    private static final Operation KNOWN =
            ContractReader.folder(Path.of("src/test/resources/toy")).operation("countBooks");

    private Operations() {}

    /** An operation at that route. */
    static Endpoint at(String id, String method, String path) {
        List<Property> parameters = Stream.of(path.split("/"))
                .filter(Route::isParameter)
                .map(segment -> parameter(segment.substring(1, segment.length() - 1)))
                .toList();
        Operation operation = new Operation(
                id,
                KNOWN.group(),
                KNOWN.summary(),
                new Route(method, path),
                KNOWN.scopes(),
                KNOWN.unscoped(),
                KNOWN.privilege(),
                KNOWN.label(),
                KNOWN.limits(),
                KNOWN.needs(),
                KNOWN.callers(),
                parameters,
                KNOWN.query(),
                KNOWN.body(),
                KNOWN.range(),
                KNOWN.paging(),
                KNOWN.returns(),
                KNOWN.failures(),
                KNOWN.events(),
                KNOWN.quotas(),
                KNOWN.log(),
                KNOWN.pending(),
                KNOWN.location());
        return Endpoint.of(operation, Optional.empty(), "");
    }

    private static Property parameter(String name) {
        return new Property(name, Schema.anyObject(), "", false, false, false, false, null, null, null, null, null);
    }
}
