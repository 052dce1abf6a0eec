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
 * @param unscoped the failure when the token has none of the scopes, in place of the general one
 * @param privilege that a user's role must have for an admin scope to count
 * @param label its rate limit category
 * @param limits the table of rate limits for its label: {@code standard} or {@code phone}
 * @param needs the feature that the account must have, and the failure when it lacks it
 * @param callers the kinds of apps that may call it
 * @param path the path's parameters in order
 * @param query the query's parameters, including those of a range
 * @param body of the request
 * @param range the accepted range of dates
 * @param paging how its list is paged
 * @param returns its success answers by status, the usual one first; an empty schema is an empty body
 * @param failures its declared failures, beside those that the road may answer everywhere; one at most for a general
 *     name
 * @param events the names of the events that it may announce
 * @param quotas its special limits
 * @param log the category of its entries in the operation log
 * @param pending what it does for a user whose invitation is pending; empty if the same as for other users
 * @param location of the created resource, a template below {@code /v2} filled from the path and the answer
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
        Optional<Pending> pending,
        Optional<String> location) {

    /**
     * The privilege that a user's role must have, and the failure when it lacks it.
     *
     * @param names any one of them suffices, such as {@code User:Read} and {@code User:Edit}
     */
    public record Privilege(List<String> names, Failure failure) {
        /** Written in the contract for an operation or prefix that requires no privilege. */
        public static final String NONE = "none";

        /** The privileges that permit a route in an area; the privilege to edit includes reading. */
        public static List<String> names(String area, Route route) {
            String edit = area + ":Edit";
            return route.method().equals("GET") ? List.of(area + ":Read", edit) : List.of(edit);
        }
    }

    /** A feature that the account must have, and the failure when it lacks it. */
    public record Need(Feature feature, Failure failure) {}

    /**
     * What an operation does for a user whose invitation is pending.
     *
     * @param failure that it refuses with; empty if it succeeds without a change
     */
    public record Pending(Optional<Failure> failure) {
        /** Written in the contract for an operation that succeeds without a change. */
        public static final String IGNORE = "ignore";

        public boolean ignored() {
            return failure.isEmpty();
        }
    }

    /** Whether it succeeds without a change for users whose invitation is pending. */
    public boolean ignoresPending() {
        return pending.filter(Pending::ignored).isPresent();
    }

    /** The status of the usual success answer. */
    public int status() {
        return returns.keySet().iterator().next();
    }

    /** The schema of the usual success answer, empty when it has no body. */
    public Optional<Schema> answer() {
        return returns.values().iterator().next();
    }

    /** Whether its answer is a bare list, rather than an object that holds one. */
    public boolean answersBareList() {
        return answer().filter(schema -> schema.type() == Schema.Type.ARRAY).isPresent();
    }

    /** Whether a scope gives access to all resources of an account, not only to the user's own. */
    public static boolean isAdministrators(String scope) {
        return scope.endsWith(":admin") || scope.endsWith(":master");
    }

    /** Whether it is read-only, so that it can run on a snapshot. */
    public boolean readsOnly() {
        return route.method().equals("GET");
    }

    /** The failure that the operation declares for a general name: the general one, or its variant. */
    public Optional<Failure> failure(String general) {
        return failures.stream()
                .filter(failure -> failure.general().equals(general))
                .findFirst();
    }

    public boolean declares(Failure failure) {
        return failure.everywhere() || failures.contains(failure);
    }
}
