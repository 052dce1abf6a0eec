package io.greenroom.contract.openapi;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.contract.read.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the responses of an operation: its successes, and its failures by status. */
public final class ResponseWriter {
    private static final String FAULT = "Fault";
    private static final String REFUSAL = "Refusal";
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<Integer, String> PHRASES =
            Map.of(200, "Done", 201, "Created", 202, "Accepted", 204, "Done; the answer is empty");

    private final SchemaWriter schemas;
    private final Examples examples;

    ResponseWriter(SchemaWriter schemas, Examples examples) {
        this.schemas = schemas;
        this.examples = examples;
        schemas.add(FAULT, fault(Map.of()));
    }

    /** The responses that operations share: those that the road may answer to any request. */
    Map<String, Object> shared(Contract contract) {
        List<Failure> everywhere = contract.failures().values().stream()
                .filter(Failure::everywhere)
                .toList();
        return Map.of(REFUSAL, failures(everywhere));
    }

    Map<String, Object> responses(Operation operation) {
        Map<String, Object> responses = new LinkedHashMap<>();
        operation
                .returns()
                .forEach((status, schema) -> responses.put(status.toString(), success(operation, status, schema)));
        Map<Integer, List<Failure>> byStatus = failuresOf(operation).stream()
                .collect(Collectors.groupingBy(Failure::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, failures) -> responses.put(status.toString(), failures(failures)));
        responses.put("default", Map.of("$ref", "#/components/responses/" + REFUSAL));
        return responses;
    }

    private Map<String, Object> success(Operation operation, int status, Optional<Schema> schema) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", PHRASES.getOrDefault(status, "Done"));
        operation
                .location()
                .ifPresent(location -> response.put(
                        "headers", Tree.node("Content-Location", Tree.node("schema", TEXT, "example", location))));
        schema.ifPresent(answer -> response.put("content", content(answer)));
        return response;
    }

    private Map<String, Object> content(Schema answer) {
        if (answer.type() != Schema.Type.FILE) {
            return json("schema", schemas.use(answer), "example", examples.answer(answer));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        answer.allowed().forEach(type -> content.put(type.toString(), Map.of("schema", schemas.use(answer))));
        return content;
    }

    private static Map<String, Object> failures(Collection<Failure> failures) {
        Map<String, Object> named = new LinkedHashMap<>();
        failures.forEach(failure -> named.put(failure.name(), example(failure)));
        String description = failures.stream()
                .map(failure -> "- `" + failure.code() + "` " + failure.message())
                .collect(Collectors.joining("\n"));
        return Tree.node("description", description, "content", json("schema", schema(failures), "examples", named));
    }

    private static Map<String, Object> example(Failure failure) {
        Map<String, Object> body = Tree.node("code", failure.code(), "message", failure.message());
        body.putAll(failure.extra());
        return Tree.node("value", body);
    }

    /** The schema of a failure, with the extra fields of these. */
    private static Map<String, Object> schema(Collection<Failure> failures) {
        Map<String, Object> extra = new LinkedHashMap<>();
        failures.forEach(
                failure -> failure.extra().forEach((field, value) -> extra.put(field, Map.of("type", type(value)))));
        return extra.isEmpty() ? SchemaWriter.reference(FAULT) : fault(extra);
    }

    private static String type(Object value) {
        return switch (value) {
            case Boolean flag -> "boolean";
            case Long number -> "integer";
            default -> "string";
        };
    }

    private static Map<String, Object> json(Object... namesAndValues) {
        return Tree.node("application/json", Tree.node(namesAndValues));
    }

    /** Every failure that is specific to the operation, including those of its fields. */
    public static Set<Failure> failuresOf(Operation operation) {
        Set<Failure> failures = new LinkedHashSet<>(operation.failures());
        operation.unscoped().ifPresent(failures::add);
        operation.privilege().ifPresent(privilege -> failures.add(privilege.failure()));
        operation.needs().ifPresent(need -> failures.add(need.failure()));
        operation.quotas().forEach(quota -> failures.add(quota.failure()));
        operation.range().ifPresent(range -> failures.addAll(List.of(range.failure(), range.tooOld())));
        List<Property> properties = new ArrayList<>(operation.path());
        properties.addAll(operation.query());
        operation.body().ifPresent(body -> properties.addAll(body.schema().properties()));
        properties.forEach(property -> addFailures(property, failures));
        failures.removeIf(Failure::everywhere);
        return failures;
    }

    private static void addFailures(Property property, Set<Failure> failures) {
        for (Failure failure : property.failures()) {
            failures.add(failure);
        }
        Schema schema = property.schema();
        if (schema.type() == Schema.Type.ARRAY) {
            schema = schema.items();
        }
        schema.properties().forEach(inner -> addFailures(inner, failures));
    }

    private static Map<String, Object> fault(Map<String, Object> extra) {
        Map<String, Object> entry = object(Tree.node("field", TEXT, "message", TEXT));
        Map<String, Object> fields = Tree.node(
                "code",
                Tree.node("type", "integer", "description", "Error code of the API, not the HTTP status"),
                "message",
                TEXT,
                "errors",
                Tree.node(
                        "type", "array", "description", "Faults of the request, by dotted field name", "items", entry));
        fields.putAll(extra);
        return object(fields);
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return Tree.node("type", "object", "properties", properties);
    }
}
