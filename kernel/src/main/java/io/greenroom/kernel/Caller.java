package io.greenroom.kernel;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Operation;
import java.util.Set;

/**
 * Who asks. Immutable; threads may share it.
 *
 * @param account the account that the token is for
 * @param userId the user it acts as: the one who installed the app, or the account's owner for apps without a user
 * @param appId the client id
 * @param kind the kind of app
 * @param scopes what the token allows; empty together with {@link CallerKind#JWT}, which may do all
 */
public record Caller(String account, String userId, String appId, CallerKind kind, Set<String> scopes) {

    /** Whether any one of the operation's scopes is held. */
    public boolean mayCall(Operation operation) {
        if (kind == CallerKind.JWT || operation.scopes().isEmpty()) {
            return true;
        }
        for (String scope : operation.scopes()) {
            if (scopes.contains(scope)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only the caller's own things are in reach: none of the scopes that let it in is an administrator's. */
    public boolean ownOnly(Operation operation) {
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
