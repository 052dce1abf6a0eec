package io.greenroom.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the API.
 *
 * @param id the vendor's operationId
 * @param group the title of its group
 * @param summary one sentence of our own
 * @param route its method and path
 * @param scopes any one of them suffices; empty when a valid token is enough
 * @param unscoped what a caller without them is told in place of the general failure
 * @param privilege what a user's role must have for an administrator's scope to count
 * @param label what it costs of the rate limit
 * @param limits the table of rate limits that its label is looked up in: {@code standard} or {@code phone}
 * @param needs the feature that the account must have, and the failure when it lacks it
 * @param callers the kinds of apps that may call it
 * @param path the path's parameters in order
 * @param query the query's parameters, those of a range among them
 * @param body what it takes
 * @param range which range of dates it takes
 * @param paging how its list is paged
 * @param returns its success answers by status, the usual one first; an empty schema is an empty body
 * @param failures what it may refuse with, beside what the road refuses everywhere; one at most for a general name
 * @param events the names of the events that it may announce
 * @param quotas its special limits
 * @param log what the operation log files it under
 * @param location where the created thing is found, a template below {@code /v2} filled from the path and the answer
 */
public record Operation(
        String id,
        String group,
        String summary,
        Route route,
        List<String> scopes,
        Optional<Failure> unscoped,
        Optional<Privilege> privilege,
        Label label,
        String limits,
        Optional<Need> needs,
        Set<CallerKind> callers,
        List<Property> path,
        List<Property> query,
        Optional<Body> body,
        Optional<RangeLimits> range,
        Optional<Paging> paging,
        Map<Integer, Optional<Schema>> returns,
        List<Failure> failures,
        List<String> events,
        List<Quota> quotas,
        LogCategory log,
        Optional<String> location) {

    /**
     * What the role of a user must have, and what the user is told when it lacks it.
     *
     * @param names any one of them suffices, such as {@code User:Read} and {@code User:Edit}
     */
    public record Privilege(List<String> names, Failure failure) {
        /** The contract's word for an operation or prefix that needs no privilege. */
        public static final String NONE = "none";

        /** The privileges to do in an area what a route does; who may edit may read. */
        public static List<String> names(String area, Route route) {
            String edit = area + ":Edit";
            return route.method().equals("GET") ? List.of(area + ":Read", edit) : List.of(edit);
        }
    }

    /** A feature that the account must have, and what a caller is told when it lacks it. */
    public record Need(Feature feature, Failure failure) {}

    /** The status of the usual success answer. */
    public int status() {
        return returns.keySet().iterator().next();
    }

    /** The schema of the usual success answer, empty when it has no body. */
    public Optional<Schema> answer() {
        return returns.values().iterator().next();
    }

    /** Whether its answer is a list itself, and not an object that holds one. */
    public boolean answersBareList() {
        return answer().filter(schema -> schema.type() == Schema.Type.ARRAY).isPresent();
    }

    /** Whether a scope is for everybody's things, and not only for the own. */
    public static boolean isAdministrators(String scope) {
        return scope.endsWith(":admin") || scope.endsWith(":master");
    }

    /** Whether it changes nothing, so that a snapshot serves it. */
    public boolean readsOnly() {
        return route.method().equals("GET");
    }

    /** The failure that the operation declares by a general name: that one, or its variant. */
    public Optional<Failure> failure(String general) {
        return failures.stream()
                .filter(failure -> failure.general().equals(general))
                .findFirst();
    }

    public boolean declares(Failure failure) {
        return failure.everywhere() || failures.contains(failure);
    }
}
