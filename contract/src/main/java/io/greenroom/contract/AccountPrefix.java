package io.greenroom.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A prefix of any path: the operation then runs in the account that the prefix names, a sub account of the caller's.
 *
 * @param segments of its template, whose only parameter is the account
 * @param level the last part of the required scopes: {@code master} for {@code user:master}
 * @param area of the privileges, one of which a user's role must have; {@code none} for none
 * @param failure the response when the account is not a sub account of the caller's
 */
public record AccountPrefix(List<String> segments, String level, String area, Failure failure) {

    /** The account in a path's first segments, if they match the template and more segments follow. */
    public Optional<String> account(List<String> path) {
        if (path.size() <= segments.size()) {
            return Optional.empty();
        }
        String account = "";
        for (int i = 0; i < segments.size(); i++) {
            if (Route.isParameter(segments.get(i))) {
                account = path.get(i);
            } else if (!segments.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(account);
    }

    /** The name of the template's parameter. */
    public String parameter() {
        return segments.stream()
                .filter(Route::isParameter)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .findFirst()
                .orElseThrow();
    }

    /** The privileges of which a role must have one to run an operation in a sub account; empty if none is required. */
    public List<String> privileges(Operation operation) {
        return area.equals(Operation.Privilege.NONE) ? List.of() : Operation.Privilege.names(area, operation.route());
    }

    /** The scopes of which one is required to run an operation in a sub account: one for each of its families. */
    public List<String> scopes(Operation operation) {
        Set<String> scopes = new LinkedHashSet<>();
        operation.scopes().forEach(scope -> scopes.add(scope.split(":", 2)[0] + ":" + level));
        return new ArrayList<>(scopes);
    }
}
