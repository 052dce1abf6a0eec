package io.greenroom.server.control;

import io.greenroom.contract.Contract;
import io.greenroom.contract.openapi.OpenApiWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The control API as an OpenAPI document: like the public API's, but with its own info and security scheme. */
final class ControlDocument {
    private static final String SCHEME = "controlToken";

    private ControlDocument() {}

    /**
     * The document as JSON in UTF-8.
     *
     * @param contract with a control API
     */
    static byte[] json(Contract contract, String origin) {
        Map<String, Object> tree =
                new LinkedHashMap<>(OpenApiWriter.tree(contract.control().orElseThrow(), origin));
        tree.put("info", Map.of("title", "Greenroom control API", "version", "1"));
        tree.put("servers", List.of(Map.of("url", origin + "/_greenroom")));
        tree.computeIfPresent("paths", (name, paths) -> mapped(paths));
        tree.computeIfPresent("components", (name, components) -> locked(components));
        return OpenApiWriter.json(tree);
    }

    private static Map<String, Object> locked(Object components) {
        Map<String, Object> changed = copy(components);
        changed.put("securitySchemes", Map.of(SCHEME, Map.of("type", "http", "scheme", "bearer")));
        return changed;
    }

    private static Map<String, Object> mapped(Object paths) {
        Map<String, Object> changed = copy(paths);
        changed.replaceAll((path, methods) -> {
            Map<String, Object> operations = copy(methods);
            operations.replaceAll((method, operation) -> operation(operation));
            return operations;
        });
        return changed;
    }

    private static Map<String, Object> operation(Object written) {
        Map<String, Object> operation = copy(written);
        operation.keySet().removeIf(name -> name.startsWith("x-greenroom-"));
        operation.put("security", List.of(Map.of(), Map.of(SCHEME, List.of())));
        return operation;
    }

    private static Map<String, Object> copy(Object node) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> copy.put(name.toString(), value));
        }
        return copy;
    }
}
