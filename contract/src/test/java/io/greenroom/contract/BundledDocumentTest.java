package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.greenroom.contract.openapi.OpenApiWriter;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.contract.read.Tree;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document of the public API, checked by an independent validator. */
class BundledDocumentTest {
    private static final String ADDRESS = "https://greenroom.example/openapi.json";

    private final Map<String, Object> document = OpenApiWriter.tree(PackedContract.bundled(), "http://localhost:4733");
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, json(document))));
    private final Schema metaSchema =
            registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    // Parsed once: the validator would parse the whole document again for each location.
    private final Schema root = registry.getSchema(SchemaLocation.of(ADDRESS));
    private final List<String> faults = new ArrayList<>();

    @Test
    void hasSchemasThatAreJsonSchema() {
        components().forEach((name, schema) -> report(name.toString(), validate(metaSchema, schema)));

        assertThat(faults).isEmpty();
    }

    @Test
    void resolvesEachReference() {
        Set<String> references = new TreeSet<>();
        collectReferences(document, references);

        assertThat(references).hasSizeGreaterThan(20).allMatch(this::resolves);
    }

    @Test
    void hasExamplesThatFitTheirSchemas() {
        checkExamples(new NodePath(PathType.JSON_POINTER), document);

        assertThat(faults).isEmpty();
    }

    private void checkExamples(NodePath place, Object node) {
        if (node instanceof Map<?, ?> fields) {
            if (fields.get("schema") instanceof Map<?, ?> && (fields.containsKey("example") || hasExamples(fields))) {
                checkExample(place, fields);
            }
            fields.forEach((name, field) -> checkExamples(place.append(name.toString()), field));
        } else if (node instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                checkExamples(place.append(i), items.get(i));
            }
        }
    }

    private static boolean hasExamples(Map<?, ?> fields) {
        return fields.get("examples") instanceof Map<?, ?>;
    }

    private void checkExample(NodePath place, Map<?, ?> fields) {
        Schema judge = root.getRefSchema(place.append("schema"));
        Object example = fields.get("example");
        if (example != null) {
            report(place.toString(), validate(judge, example));
        }
        if (fields.get("examples") instanceof Map<?, ?> examples) {
            examples.forEach((name, named) -> {
                Object value = ((Map<?, ?>) named).get("value");
                report(place + "/" + name, value == null ? List.of() : validate(judge, value));
            });
        }
    }

    private static List<Error> validate(Schema schema, Object value) {
        return schema.validate(
                json(value),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private void report(String place, List<Error> errors) {
        errors.forEach(error -> faults.add(place + " " + error));
    }

    private Map<?, ?> components() {
        return (Map<?, ?>) resolved("#/components/schemas");
    }

    private boolean resolves(String reference) {
        return resolved(reference) instanceof Map;
    }

    private Object resolved(String reference) {
        Object node = document;
        for (String name : reference.substring(2).split("/")) {
            node = node instanceof Map<?, ?> fields && fields.get(name) != null ? fields.get(name) : List.of();
        }
        return node;
    }

    private static void collectReferences(Object node, Set<String> references) {
        if (node instanceof Map<?, ?> fields) {
            if (fields.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            fields.values().forEach(field -> collectReferences(field, references));
        } else if (node instanceof List<?> items) {
            items.forEach(item -> collectReferences(item, references));
        }
    }

    private static String json(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Tree.write(Tree.node("value", value), bytes);
        String wrapped = bytes.toString(StandardCharsets.UTF_8);
        return wrapped.substring("{\"value\":".length(), wrapped.length() - 1);
    }
}
