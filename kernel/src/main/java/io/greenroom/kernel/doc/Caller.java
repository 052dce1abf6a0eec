package io.greenroom.kernel.doc;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The caller of a request. Immutable; threads may share it.
 *
 * @param account the account that the request runs in
 * @param home the account of the token; differs from {@code account} when a master account acts in a sub account
 * @param userId the user it acts as: the one who installed the app, or the account's owner for apps without a user
 * @param appId the client id
 * @param kind the kind of app
 * @param scopes of the token; empty for {@link CallerKind#JWT}, which may do everything
 */
public record Caller(String account, String home, String userId, String appId, CallerKind kind, Set<String> scopes) {
    private static final String ADMIN = ":admin";
    private static final String MASTER = ":master";

    /** A caller in the account of its token. */
    public Caller(String account, String userId, String appId, CallerKind kind, Set<String> scopes) {
        this(account, account, userId, appId, kind, scopes);
    }

    /** The same caller, acting in a sub account. */
    public Caller in(String below) {
        return new Caller(below, home, userId, appId, kind, scopes);
    }

    /** Whether the caller has at least one of these scopes, or none is required. */
    public boolean holdsAny(List<String> wanted) {
        if (kind == CallerKind.JWT || wanted.isEmpty()) {
            return true;
        }
        for (String scope : wanted) {
            if (scopes.contains(scope)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the caller may access only their own resources: it has no admin scope of the operation. */
    public boolean ownOnly(Operation operation) {
        if (!account.equals(home)
                || kind == CallerKind.JWT
                || operation.scopes().isEmpty()) {
            return false;
        }
        for (String scope : operation.scopes()) {
            if (Operation.isAdministrators(scope) && scopes.contains(scope)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the caller's rights are limited by a user's role, rather than those of the account itself. */
    public boolean actsByRole() {
        return switch (kind) {
            case USER, ACCOUNT -> true;
            case SERVER, CHATBOT, JWT -> false;
        };
    }

    /** The same caller without admin rights: each admin scope is replaced by the one for the user's own resources. */
    public Caller ordinary() {
        Set<String> own = scopes.stream()
                .filter(scope -> !scope.endsWith(MASTER))
                .map(scope -> scope.endsWith(ADMIN) ? scope.substring(0, scope.length() - ADMIN.length()) : scope)
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(account, home, userId, appId, kind, own);
    }
}
