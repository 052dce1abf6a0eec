package io.greenroom.api;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.contract.openapi.OpenApiWriter;
import io.greenroom.testkit.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Validates answers against the published OpenAPI document, with an independent validator. */
final class PublishedDocument {
    private static final String ADDRESS = "https://greenroom.example/openapi.json";

    private final Schema root;

    PublishedDocument(Contract contract) {
        String document = new String(OpenApiWriter.json(contract, "http://localhost:4733"), StandardCharsets.UTF_8);
        this.root = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, document)))
                .getSchema(SchemaLocation.of(ADDRESS));
    }

    /** The violations of the document by a successful answer. */
    List<String> faults(Operation operation, Reply reply) {
        NodePath response = path(
                "paths",
                operation.route().path(),
                operation.route().method().toLowerCase(Locale.ROOT),
                "responses",
                String.valueOf(reply.status()));
        if (!isThere(response)) {
            return List.of("The status is not documented");
        }
        NodePath schema = response.append("content").append("application/json").append("schema");
        if (!isThere(schema)) {
            return reply.text().isEmpty() ? List.of() : List.of("No body is documented");
        }
        // The validator knows the domains that exist, and ours is reserved for what does not.
        return root
                .getRefSchema(schema)
                .validate(
                        reply.text().replace(".example\"", ".example.org\""),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private boolean isThere(NodePath path) {
        JsonNode node = root.getSchemaNode();
        for (int i = 0; i < path.getNameCount(); i++) {
            node = node.path(path.getElement(i).toString());
        }
        return !node.isMissingNode();
    }

    private static NodePath path(String... names) {
        NodePath path = new NodePath(PathType.JSON_POINTER);
        for (String name : names) {
            path = path.append(name);
        }
        return path;
    }
}
