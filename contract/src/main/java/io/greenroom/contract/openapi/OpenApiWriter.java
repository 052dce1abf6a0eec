package io.greenroom.contract.openapi;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Group;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Route;
import io.greenroom.contract.read.Tree;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Writes a contract as an OpenAPI 3.1 document. It leaves out private fields, and schemas that neither operations nor
 * events use.
 */
public final class OpenApiWriter {
    static final String OAUTH = "oauth2";
    private static final long SEED = 2021;

    private final Contract contract;
    private final String origin;
    private final Predicate<Operation> built;
    private final SchemaWriter schemas = new SchemaWriter();
    private final ResponseWriter responses;
    private final OperationWriter operations;
    private final WebhookWriter webhooks;

    private OpenApiWriter(Contract contract, String origin, Predicate<Operation> built) {
        this.contract = contract;
        this.origin = origin;
        this.built = built;
        Examples examples = new Examples(SEED, origin);
        this.responses = new ResponseWriter(schemas, examples);
        this.operations = new OperationWriter(schemas, responses, examples);
        this.webhooks = new WebhookWriter(schemas, examples);
    }

    /**
     * The document as maps, lists, texts, numbers and booleans.
     *
     * @param origin scheme, host and port of the server that the document describes
     */
    public static Map<String, Object> tree(Contract contract, String origin) {
        return new OpenApiWriter(contract, origin, operation -> true).document();
    }

    /** The document as JSON in UTF-8. */
    public static byte[] json(Contract contract, String origin) {
        return json(tree(contract, origin));
    }

    /**
     * The same for a server that has not built every operation; the other operations and their groups are marked as not
     * built.
     */
    public static byte[] json(Contract contract, String origin, Predicate<Operation> built) {
        return json(new OpenApiWriter(contract, origin, built).document());
    }

    /** A document, possibly modified, as JSON in UTF-8. */
    public static byte[] json(Map<String, Object> tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Tree.write(tree, bytes);
        return bytes.toByteArray();
    }

    private Map<String, Object> document() {
        Map<String, Object> document = Tree.node(
                "openapi",
                "3.1.0",
                "info",
                info(),
                "servers",
                List.of(Tree.node("url", origin + "/v2")),
                "tags",
                contract.groups().stream().map(this::tag).toList(),
                "paths",
                paths());
        Map<String, Object> events = webhooks.webhooks(contract.events().values());
        if (!events.isEmpty()) {
            document.put("webhooks", events);
        }
        document.put("components", components());
        return document;
    }

    private Map<String, Object> tag(Group group) {
        boolean waits = contract.operationsOf(group).stream().noneMatch(built);
        return Tree.node("name", group.title(), "description", group.summary() + (waits ? " Not built yet." : ""));
    }

    private static Map<String, Object> info() {
        return Tree.node(
                "title",
                "Greenroom",
                "summary",
                "The Zoom REST API v2 as a program that you run yourself.",
                "version",
                "2",
                "license",
                Tree.node("name", "Apache 2.0", "identifier", "Apache-2.0"));
    }

    private Map<String, Object> paths() {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations().values()) {
            Route route = operation.route();
            paths.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                    .put(
                            route.method().toLowerCase(Locale.ROOT),
                            operations.operation(operation, built.test(operation)));
        }
        return new LinkedHashMap<>(paths);
    }

    private Map<String, Object> components() {
        Map<String, Object> oauth = Tree.node("type", "oauth2", "flows", flows());
        return Tree.node(
                "responses",
                responses.shared(contract),
                "schemas",
                schemas.components(),
                "securitySchemes",
                Tree.node(OAUTH, oauth));
    }

    private Map<String, Object> flows() {
        Map<String, Object> scopes = scopes();
        String token = origin + "/oauth/token";
        String authorize = origin + "/oauth/authorize";
        return Tree.node(
                "authorizationCode",
                Tree.node("authorizationUrl", authorize, "tokenUrl", token, "refreshUrl", token, "scopes", scopes),
                "clientCredentials",
                Tree.node("tokenUrl", token, "scopes", scopes));
    }

    /** Every scope with the groups of its operations. */
    private Map<String, Object> scopes() {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        contract.operations().values().forEach(operation -> operation.scopes().forEach(scope -> groups.computeIfAbsent(
                        scope, name -> new TreeSet<>())
                .add(operation.group())));
        Map<String, Object> scopes = new LinkedHashMap<>();
        groups.forEach((scope, titles) -> scopes.put(scope, String.join(", ", titles)));
        return scopes;
    }
}
