package io.greenroom.contract.openapi;

import io.greenroom.contract.Body;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Quota;
import io.greenroom.contract.Schema;
import io.greenroom.contract.read.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes one operation as an OpenAPI operation object. */
final class OperationWriter {
    private final SchemaWriter schemas;
    private final ResponseWriter responses;
    private final Examples examples;

    OperationWriter(SchemaWriter schemas, ResponseWriter responses, Examples examples) {
        this.schemas = schemas;
        this.responses = responses;
        this.examples = examples;
    }

    Map<String, Object> operation(Operation operation, boolean built) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("tags", List.of(operation.group()));
        node.put("summary", operation.summary());
        node.put("description", (built ? "" : OperationText.NOT_BUILT) + OperationText.of(operation));
        node.put("operationId", operation.id());
        List<Map<String, Object>> parameters = parameters(operation);
        if (!parameters.isEmpty()) {
            node.put("parameters", parameters);
        }
        operation.body().ifPresent(body -> node.put("requestBody", requestBody(body)));
        node.put("responses", responses.responses(operation));
        node.put("security", security(operation));
        extensions(node, operation);
        return node;
    }

    private List<Map<String, Object>> parameters(Operation operation) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        operation.path().forEach(property -> parameters.add(parameter("path", property)));
        operation.query().forEach(property -> parameters.add(parameter("query", property)));
        operation.paging().ifPresent(paging -> paging.parameters()
                .forEach(property -> parameters.add(parameter("query", property))));
        return parameters;
    }

    private Map<String, Object> parameter(String place, Property property) {
        Map<String, Object> node = Tree.node("name", property.name(), "in", place);
        if (!property.description().isEmpty()) {
            node.put("description", property.description());
        }
        if (place.equals("path") || property.required()) {
            node.put("required", true);
        }
        node.put("schema", schemas.use(property.schema()));
        if (property.required() || place.equals("path")) {
            node.put("example", examples.parameter(property));
        }
        return node;
    }

    private Map<String, Object> requestBody(Body body) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Body.Form form : body.forms()) {
            content.put(form.mediaType(), mediaType(form, body.schema()));
        }
        return Tree.node("required", body.required(), "content", content);
    }

    private Map<String, Object> mediaType(Body.Form form, Schema schema) {
        if (form == Body.Form.YAML) {
            return Tree.node("schema", Tree.node("type", "object", "additionalProperties", true));
        }
        Map<String, Object> node = Tree.node("schema", schemas.use(schema));
        switch (form) {
            case JSON -> node.put("example", examples.request(schema));
            case MULTIPART -> encoding(node, schema);
            case YAML -> {}
        }
        return node;
    }

    private static void encoding(Map<String, Object> node, Schema schema) {
        Map<String, Object> encoding = new LinkedHashMap<>();
        for (Property property : schema.properties()) {
            switch (property.schema().type()) {
                case FILE -> encoding.put(property.name(), Map.of("contentType", contentTypes(property.schema())));
                case ARRAY, OBJECT -> encoding.put(property.name(), Map.of("contentType", "application/json"));
                case STRING, INTEGER, NUMBER, BOOLEAN -> {}
            }
        }
        if (!encoding.isEmpty()) {
            node.put("encoding", encoding);
        }
    }

    private static String contentTypes(Schema file) {
        return file.allowed().isEmpty()
                ? "application/octet-stream"
                : String.join(
                        ", ", file.allowed().stream().map(Object::toString).toList());
    }

    /** Any one of the scopes suffices, so each is a requirement of its own. */
    private static List<Map<String, Object>> security(Operation operation) {
        Stream<List<String>> alternatives = operation.scopes().isEmpty()
                ? Stream.of(List.of())
                : operation.scopes().stream().map(List::of);
        return alternatives
                .map(scopes -> Map.<String, Object>of(OpenApiWriter.OAUTH, scopes))
                .toList();
    }

    private static void extensions(Map<String, Object> node, Operation operation) {
        node.put("x-greenroom-label", operation.label().wireName());
        node.put("x-greenroom-limits", limits(operation));
        operation
                .needs()
                .ifPresent(need -> node.put("x-greenroom-needs", need.feature().name()));
        operation.privilege().ifPresent(privilege -> node.put("x-greenroom-privileges", privilege.names()));
        node.put(
                "x-greenroom-callers",
                operation.callers().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList());
        node.put(
                "x-greenroom-failures",
                ResponseWriter.failuresOf(operation).stream().map(Failure::name).toList());
        node.put("x-greenroom-events", operation.events());
    }

    private static Map<String, Object> limits(Operation operation) {
        List<Map<String, Object>> quotas =
                operation.quotas().stream().map(OperationWriter::quota).toList();
        return Tree.node("table", operation.limits(), "quotas", quotas);
    }

    private static Map<String, Object> quota(Quota quota) {
        return Tree.node(
                "name",
                quota.name(),
                "limit",
                quota.limit(),
                "window",
                quota.window().toString(),
                "by",
                quota.by(),
                "failure",
                quota.failure().name());
    }
}
