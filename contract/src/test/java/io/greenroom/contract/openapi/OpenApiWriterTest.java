package io.greenroom.contract.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Toy;
import io.greenroom.contract.read.Tree;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The document of the toy contract. */
class OpenApiWriterTest {
    private static final String ORIGIN = "http://localhost:4733";

    private final Map<String, Object> document = OpenApiWriter.tree(Toy.contract(), ORIGIN);

    @Test
    void describesTheServerAndItsGroups() {
        assertThat(document).containsEntry("openapi", "3.1.0");
        assertThat(at("servers", "0")).isEqualTo(Map.of("url", ORIGIN + "/v2"));
        assertThat(at("tags", "0")).isEqualTo(Map.of("name", "Toy", "description", "Boxes that hold things."));
    }

    @Test
    void writesOperationsByPathAndMethod() {
        assertThat(map("paths"))
                .containsOnlyKeys(
                        "/boxes", "/boxes/{boxId}", "/boxes/{boxId}/picture", "/boxes/{boxId}/moves", "/boxes/batch");
        assertThat(map("paths", "/boxes")).containsOnlyKeys("get", "post");
        assertThat(map("paths", "/boxes/{boxId}", "patch"))
                .containsEntry("operationId", "boxChange")
                .containsEntry("summary", "Change a box.")
                .containsEntry("tags", List.of("Toy"));
    }

    @Test
    void writesParametersWithThoseOfPaging() {
        assertThat(list("paths", "/boxes", "get", "parameters"))
                .extracting("name")
                .containsExactly("colour", "page_size", "page_number", "next_page_token");
        assertThat(map("paths", "/boxes/{boxId}", "get", "parameters", "0"))
                .containsEntry("in", "path")
                .containsEntry("required", true)
                .containsEntry("schema", Map.of("$ref", "#/components/schemas/Key"))
                .containsKey("example");
    }

    @Test
    void writesRangesWithTheirLimitsAndDefaults() {
        assertThat(list("paths", "/boxes/{boxId}/moves", "get", "parameters"))
                .extracting("name")
                .containsExactly("boxId", "from", "to", "page_size", "next_page_token");
        assertThat(map("paths", "/boxes/{boxId}/moves", "get", "parameters", "1"))
                .containsEntry(
                        "description",
                        "Start, moved to at most one month before to and not more than one year ago; one day before to"
                                + " when absent")
                .containsEntry("schema", Map.of("type", "string", "format", "date-time", "maxLength", 64L))
                .doesNotContainKey("required");
        assertThat(map("paths", "/boxes/{boxId}/moves", "get", "parameters", "2"))
                .containsEntry("description", "End")
                .containsEntry("required", true);
        assertThat(at("paths", "/boxes/{boxId}/moves", "get", "x-greenroom-failures"))
                .isEqualTo(List.of("moves-odd", "moves-old"));
    }

    @Test
    void saysWhichSettingIsInherited() {
        assertThat(at("components", "schemas", "MovedBox", "properties", "lining", "description"))
                .isEqualTo("Cloth; when absent on creation, the host's setting inside.lining");
    }

    @Test
    void writesABareListAsAnArray() {
        assertThat(at(
                        "paths",
                        "/boxes/batch",
                        "post",
                        "responses",
                        "201",
                        "content",
                        "application/json",
                        "schema",
                        "$ref"))
                .isEqualTo("#/components/schemas/Boxes");
        assertThat(at("components", "schemas", "Boxes", "type")).isEqualTo("array");
    }

    @Test
    void writesBodiesByMediaType() {
        assertThat(map("paths", "/boxes", "post", "requestBody", "content"))
                .containsOnlyKeys("application/json", "multipart/form-data");
        assertThat(at("paths", "/boxes", "post", "requestBody", "content", "multipart/form-data", "encoding"))
                .isEqualTo(Map.of("things", Map.of("contentType", "application/json")));
        assertThat(at("paths", "/boxes/{boxId}", "patch", "requestBody", "required"))
                .isEqualTo(false);
        assertThat(at(
                        "paths",
                        "/boxes/{boxId}/picture",
                        "post",
                        "requestBody",
                        "content",
                        "multipart/form-data",
                        "encoding"))
                .isEqualTo(Map.of("file", Map.of("contentType", "image/png, image/gif")));
    }

    @Test
    void writesAnswersThatAreFilesByMediaType() {
        assertThat(map("paths", "/boxes/{boxId}/picture", "post", "responses", "201", "content"))
                .isEqualTo(Map.of("image/png", Map.of("schema", Map.of("$ref", "#/components/schemas/Painting"))));
        assertThat(map("components", "schemas", "Painting")).containsEntry("format", "binary");
    }

    @Test
    void writesSuccesses() {
        Map<String, Object> responses = map("paths", "/boxes", "post", "responses");

        assertThat(responses).containsOnlyKeys("201", "202", "400", "429", "default");
        assertThat(map("paths", "/boxes", "post", "responses", "201")).containsKeys("content", "headers");
        assertThat(map("paths", "/boxes", "post", "responses", "202")).doesNotContainKey("content");
    }

    @Test
    void writesFailuresByStatus() {
        assertThat(at("paths", "/boxes", "post", "responses", "400", "description"))
                .isEqualTo("- `200` You have no boxes.\n- `300` Invalid label: {label}");
        assertThat(map("paths", "/boxes", "post", "responses", "400", "content", "application/json", "examples"))
                .containsOnlyKeys("boxes-off", "label-odd");
        assertThat(at("paths", "/boxes", "post", "responses", "429", "content", "application/json", "examples"))
                .isEqualTo(Map.of("boxes-too-many", Map.of("value", Map.of("code", 429, "message", "Enough boxes."))));
        assertThat(at("paths", "/boxes", "post", "responses", "default"))
                .isEqualTo(Map.of("$ref", "#/components/responses/Refusal"));
        assertThat(map("components", "responses", "Refusal", "content", "application/json", "examples"))
                .containsOnlyKeys("no-boxes-anywhere");
    }

    @Test
    void writesTheExtraFieldsOfFailures() {
        Map<String, Object> gone =
                map("paths", "/boxes/{boxId}/picture", "post", "responses", "410", "content", "application/json");
        Map<String, Object> body =
                Map.of("code", 300, "message", "The box is gone.", "result", false, "left", 0L, "state", "gone");
        assertThat(gone).containsEntry("examples", Map.of("box-gone", Map.of("value", body)));
        assertThat(map(
                        "paths",
                        "/boxes/{boxId}/picture",
                        "post",
                        "responses",
                        "410",
                        "content",
                        "application/json",
                        "schema",
                        "properties"))
                .containsEntry("result", Map.of("type", "boolean"))
                .containsEntry("left", Map.of("type", "integer"))
                .containsEntry("state", Map.of("type", "string"))
                .containsKeys("code", "message", "errors");
    }

    @Test
    void listsFailuresOfFieldsAndFeaturesWithTheOperation() {
        assertThat(at("paths", "/boxes/{boxId}/picture", "post", "x-greenroom-failures"))
                .isEqualTo(List.of("box-gone", "picture-none", "picture-odd", "picture-heavy"));
        assertThat(at("paths", "/boxes/{boxId}", "patch", "x-greenroom-failures"))
                .isEqualTo(List.of("box-missing", "boxes-not-on", "boxes-too-many", "label-odd"));
    }

    @Test
    void writesSchemasInJsonSchemasWords() {
        assertThat(at("components", "schemas", "Key"))
                .isEqualTo(Map.of("type", "string", "minLength", 3L, "maxLength", 8L, "pattern", "^(?:[0-9]+)$"));
        assertThat(at("components", "schemas", "Box", "properties", "things"))
                .isEqualTo(Map.of(
                        "type",
                        "array",
                        "minItems",
                        2L,
                        "maxItems",
                        3L,
                        "items",
                        Map.of("$ref", "#/components/schemas/Thing")));
        assertThat(at("components", "schemas", "Box", "properties", "id"))
                .isEqualTo(Map.of("$ref", "#/components/schemas/Key", "readOnly", true));
        assertThat(at("components", "schemas", "Box", "properties", "page", "format"))
                .isEqualTo("uri");
        assertThat(at("components", "schemas", "Box", "required")).isEqualTo(List.of("label"));
        assertThat(at("components", "schemas", "Thing", "properties", "name", "description"))
                .isEqualTo("What it is called");
        assertThat(at("components", "schemas", "BoxPicture", "properties", "file"))
                .isEqualTo(Map.of("type", "string", "format", "binary", "maxLength", 100L));
    }

    @Test
    void omitsPrivateFieldsAndUnusedSchemas() {
        assertThat(map("components", "schemas", "Box", "properties")).doesNotContainKey("secret");
        assertThat(map("components", "schemas", "BoxEvent", "properties")).containsOnlyKeys("id", "label");
        assertThat(map("components", "schemas"))
                .containsOnlyKeys(
                        "Box",
                        "BoxChange",
                        "BoxEvent",
                        "BoxList",
                        "BoxNote",
                        "BoxPicture",
                        "Boxes",
                        "Fault",
                        "Key",
                        "MovedBox",
                        "Moves",
                        "Painting",
                        "Thing");
    }

    @Test
    void writesEventsAsWebhooks() {
        assertThat(map("webhooks"))
                .containsOnlyKeys(
                        "box.created", "box.updated", "box.noted", "box.opened", "box.packed", "box_uninstalled");
        assertThat(map("webhooks", "box.created", "post"))
                .containsEntry("summary", "A box was created.")
                .containsEntry("tags", List.of("Toy"))
                .containsEntry("x-greenroom-origins", List.of("operation", "control"))
                .containsKey("responses");
        Map<String, Object> message =
                map("webhooks", "box.created", "post", "requestBody", "content", "application/json", "schema");
        assertThat(message).containsEntry("required", List.of("event", "event_ts", "payload"));
        assertThat(map(
                        "webhooks",
                        "box.created",
                        "post",
                        "requestBody",
                        "content",
                        "application/json",
                        "schema",
                        "properties",
                        "payload",
                        "properties"))
                .containsEntry("object", Map.of("$ref", "#/components/schemas/BoxEvent"));
        assertThat(map("webhooks", "box.created", "post", "requestBody", "content", "application/json", "example"))
                .containsEntry("event", "box.created");
    }

    @Test
    void writesNoWebhooksWithoutEvents() {
        assertThat(OpenApiWriter.tree(Toy.of("schemas: {Box: {type: string}}"), ORIGIN))
                .doesNotContainKey("webhooks");
    }

    @Test
    void writesAlternativesOfScopes() {
        assertThat(at("paths", "/boxes", "get", "security"))
                .isEqualTo(List.of(Map.of("oauth2", List.of("box:read")), Map.of("oauth2", List.of("box:read:admin"))));
        assertThat(at("paths", "/boxes/{boxId}", "get", "security")).isEqualTo(List.of(Map.of("oauth2", List.of())));
        assertThat(at("components", "securitySchemes", "oauth2", "flows", "authorizationCode", "scopes"))
                .isEqualTo(Map.of("box:read", "Toy", "box:read:admin", "Toy", "box:write", "Toy"));
    }

    @Test
    void describesAppsRateLimitsAndEvents() {
        assertThat(at("paths", "/boxes", "post", "description"))
                .isEqualTo(
                        """
                        **Scopes:** `box:write` \s
                        **Apps:** account, server \s
                        **Rate limit label:** Light; at most 5 a day by account \s
                        **Needs:** Boxes \s
                        **Events:** `box.created`""");
        assertThat(at("paths", "/boxes/{boxId}", "get", "description").toString())
                .contains("**Scopes:** none")
                .doesNotContain("Events");
        assertThat(at("paths", "/boxes/{boxId}", "patch", "description").toString())
                .contains("at most 1 in 2 minutes by path.boxId");
    }

    @Test
    void describesConstraintsThatOpenApiCannotExpress() {
        assertThat(map("paths", "/boxes", "post"))
                .containsEntry("x-greenroom-label", "Light")
                .containsEntry("x-greenroom-needs", "boxes")
                .containsEntry("x-greenroom-callers", List.of("account", "server"))
                .containsEntry("x-greenroom-events", List.of("box.created"));
        assertThat(at("paths", "/boxes", "post", "x-greenroom-limits"))
                .isEqualTo(Map.of(
                        "table",
                        "standard",
                        "quotas",
                        List.of(Map.of(
                                "name",
                                "boxCreate",
                                "limit",
                                5,
                                "window",
                                "PT24H",
                                "by",
                                "account",
                                "failure",
                                "boxes-too-many"))));
    }

    @Test
    void isTheSameAsJsonEachTime() {
        byte[] json = OpenApiWriter.json(Toy.contract(), ORIGIN);

        assertThat(json).isEqualTo(OpenApiWriter.json(Toy.contract(), ORIGIN));
        assertThat(Tree.yaml(new ByteArrayInputStream(json)).keySet()).isEqualTo(document.keySet());
    }

    private Object at(String... names) {
        Object value = document;
        for (String name : names) {
            Object next =
                    value instanceof List<?> items ? items.get(Integer.parseInt(name)) : ((Map<?, ?>) value).get(name);
            value = Objects.requireNonNull(next, name);
        }
        return value;
    }

    @SuppressWarnings("unchecked") // the names of a JSON object are texts
    private Map<String, Object> map(String... names) {
        return (Map<String, Object>) at(names);
    }

    private List<?> list(String... names) {
        return (List<?>) at(names);
    }
}
