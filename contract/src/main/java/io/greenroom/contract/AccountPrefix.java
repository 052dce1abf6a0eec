package io.greenroom.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A path that may stand in front of any other: the operation then runs in the account that it names, which is one below
 * the caller's.
 *
 * @param segments of its template, the only parameter among them names the account
 * @param level the last part of the scopes that it takes: {@code master} for {@code user:master}
 * @param area of privileges, in which a role must have one where people act by their role; {@code none} for none
 * @param failure what is answered when the account is not below the caller's
 */
public record AccountPrefix(List<String> segments, String level, String area, Failure failure) {

    /** The account that a path's first segments name, when they are those of the template and more follow. */
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

    /** What the template calls the account. */
    public String parameter() {
        return segments.stream()
                .filter(Route::isParameter)
                .map(segment -> segment.substring(1, segment.length() - 1))
                .findFirst()
                .orElseThrow();
    }

    /** The privileges of which a role must have one to run an operation in an account below; none where none count. */
    public List<String> privileges(Operation operation) {
        return area.equals(Operation.Privilege.NONE) ? List.of() : Operation.Privilege.names(area, operation.route());
    }

    /** The scopes of which one is needed to run an operation in an account below: one for each of its families. */
    public List<String> scopes(Operation operation) {
        Set<String> scopes = new LinkedHashSet<>();
        operation.scopes().forEach(scope -> scopes.add(scope.split(":", 2)[0] + ":" + level));
        return new ArrayList<>(scopes);
    }
}
