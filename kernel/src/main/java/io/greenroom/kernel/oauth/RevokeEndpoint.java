package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.store.KernelTables.GRANTS;

import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.auth.Tokens;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.store.Transaction;

/**
 * {@code POST /oauth/revoke}: given an access or refresh token of a user, uninstalls the app for that user: all tokens
 * of the grant become invalid and the app is notified. Of an app's own grant, only the given token becomes invalid.
 * That revoking an invalid token again succeeds without a notification is our guess.
 */
final class RevokeEndpoint {
    private final OAuthScope scope;
    private final Clients clients;
    private final Tokens tokens;
    private final Grants grants;

    RevokeEndpoint(OAuthScope scope, Clients clients, Tokens tokens, Grants grants) {
        this.scope = scope;
        this.clients = clients;
        this.tokens = tokens;
        this.grants = grants;
    }

    void revoke(Request request) {
        Parameters parameters = Parameters.of(request);
        Client client = clients.identify(request, parameters);
        String token =
                parameters.first("token").orElseThrow(() -> OAuthFailure.invalidRequest("Token cannot be empty."));
        Tokens.Claims claims = tokens.verify(token)
                .filter(ours -> ours.appId().equals(client.app().id()))
                .orElseThrow(OAuthFailure::invalidToken);
        scope.store().write(claims.account(), unit -> {
            unit.find(GRANTS, claims.grantId()).ifPresent(grant -> revoke(unit, client, grant, claims, token));
            return claims;
        });
    }

    private void revoke(Transaction unit, Client client, Doc grant, Tokens.Claims claims, String token) {
        if (!grant.flag("without_secret")) {
            client.withSecret();
        }
        if (claims.type() == Tokens.Type.REFRESH
                && !Secrets.same(grant.text("refresh_hash", ""), Secrets.hash(token))) {
            throw OAuthFailure.invalidToken();
        }
        if (Grants.standsByItself(grant)) {
            grants.revoke(unit, grant, claims, scope.now(unit));
        } else if (scope.now(unit).isBefore(claims.expires())) {
            scope.deauthorizations().takeBack(unit, grant, false);
        }
    }
}
