package io.greenroom.kernel;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Operation;
import java.util.List;
import java.util.Set;

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

    /** Whether only the caller's own things are in reach: none of the scopes that let it in is an administrator's. */
    public boolean ownOnly(Operation operation) {
        if (!account.equals(home)) {
            return false;
        }
        boolean any = false;
        for (String scope : operation.scopes()) {
            if (scopes.contains(scope)) {
                if (scope.endsWith(":admin") || scope.endsWith(":master")) {
                    return false;
                }
                any = true;
            }
        }
        return any && kind != CallerKind.JWT;
    }
}
