package io.greenroom.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every place of a contract with a schema: fields, items and parameters, each with a readable name. */
final class Places {
    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    private Places() {}

    static Map<String, Schema> of(Contract contract) {
        Places places = new Places();
        contract.schemas().forEach(places::add);
        contract.operations().values().forEach(operation -> parameters(operation)
                .forEach(property -> places.add(operation.id() + "?" + property.name(), property.schema())));
        contract.events().values().forEach(event -> event.message()
                .ifPresent(message -> places.add(event.name(), message)));
        return places.schemas;
    }

    static List<Property> parameters(Operation operation) {
        List<Property> parameters = new ArrayList<>(operation.path());
        parameters.addAll(operation.query());
        operation.paging().ifPresent(paging -> parameters.addAll(paging.parameters()));
        return parameters;
    }

    private void add(String place, Schema schema) {
        schemas.put(place, schema);
        if (schema.type() == Schema.Type.ARRAY) {
            add(place + "[]", schema.items());
        }
        schema.properties().forEach(property -> add(place + "." + property.name(), property.schema()));
    }
}
