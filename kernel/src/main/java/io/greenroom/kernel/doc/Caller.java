package io.greenroom.kernel.doc;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks. Immutable; threads may share it.
 *
 * @param account the account that is acted in
 * @param home the account that the token is for; another than the first when a master account acts in one below it
 * @param userId the user it acts as: the one who installed the app, or the account's owner for apps without a user
 * @param appId the client id
 * @param kind the kind of app
 * @param scopes what the token allows; empty together with {@link CallerKind#JWT}, which may do all
 */
public record Caller(String account, String home, String userId, String appId, CallerKind kind, Set<String> scopes) {
    private static final String ADMIN = ":admin";
    private static final String MASTER = ":master";

    /** A caller that acts at home. */
    public Caller(String account, String userId, String appId, CallerKind kind, Set<String> scopes) {
        this(account, account, userId, appId, kind, scopes);
    }

    /** The same caller, acting in an account below the own one. */
    public Caller in(String below) {
        return new Caller(below, home, userId, appId, kind, scopes);
    }

    /** Whether any one of these scopes is held, or none is needed. */
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

    /** Whether only the caller's own things are in reach: no administrator's scope of the operation is held. */
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

    /** Whether the rights are those of a person's role, and not the account's own. */
    public boolean actsByRole() {
        return switch (kind) {
            case USER, ACCOUNT -> true;
            case SERVER, CHATBOT, JWT -> false;
        };
    }

    /** The same without an administrator's rights: what the scopes allow for everybody's things is left for the own. */
    public Caller ordinary() {
        Set<String> own = scopes.stream()
                .filter(scope -> !scope.endsWith(MASTER))
                .map(scope -> scope.endsWith(ADMIN) ? scope.substring(0, scope.length() - ADMIN.length()) : scope)
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(account, home, userId, appId, kind, own);
    }
}
