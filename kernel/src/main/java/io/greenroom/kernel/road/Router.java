package io.greenroom.kernel.road;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation of a method and a path in a time that does not grow with their number. A literal segment is
 * preferred to a parameter; the parameter is tried if the literal leads to no route. Immutable once filled; threads may
 * share it.
 */
final class Router {
    private final Node root = new Node();

    /**
     * A matched route.
     *
     * @param endpoint the operation
     * @param values the path's values, in the order of the template's parameters
     */
    record Match(Endpoint endpoint, List<String> values) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Endpoint> methods = new HashMap<>();
        private @Nullable Node parameter;
    }

    void add(Endpoint endpoint) {
        Operation operation = endpoint.operation();
        Node node = root;
        for (String segment : operation.route().segments()) {
            if (!Route.isParameter(segment)) {
                node = node.literals.computeIfAbsent(segment, literal -> new Node());
            } else {
                Node parameter = node.parameter == null ? new Node() : node.parameter;
                node.parameter = parameter;
                node = parameter;
            }
        }
        Endpoint other = node.methods.put(operation.route().method(), endpoint);
        if (other != null) {
            throw new IllegalStateException(
                    operation.id() + " and " + other.operation().id() + " have the same route");
        }
    }

    /**
     * Finds the route of a path.
     *
     * @param method in upper case; HEAD finds what GET finds
     * @param segments decoded
     */
    Optional<Match> find(String method, List<String> segments) {
        String[] values = new String[segments.size()];
        Endpoint endpoint = find(root, method.equals("HEAD") ? "GET" : method, segments, 0, values, 0);
        return endpoint == null
                ? Optional.empty()
                : Optional.of(new Match(
                        endpoint,
                        java.util.Arrays.asList(values)
                                .subList(0, endpoint.operation().path().size())));
    }

    private static @Nullable Endpoint find(
            Node node, String method, List<String> segments, int at, @Nullable String[] values, int found) {
        if (at == segments.size()) {
            return node.methods.get(method);
        }
        String segment = segments.get(at);
        Node literal = node.literals.get(segment);
        if (literal != null) {
            Endpoint endpoint = find(literal, method, segments, at + 1, values, found);
            if (endpoint != null) {
                return endpoint;
            }
        }
        if (node.parameter == null || segment.isEmpty()) {
            return null;
        }
        values[found] = segment;
        return find(node.parameter, method, segments, at + 1, values, found + 1);
    }
}
