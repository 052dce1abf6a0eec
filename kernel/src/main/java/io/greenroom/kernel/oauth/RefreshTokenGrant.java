package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.store.KernelTables.GRANTS;

import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.auth.Tokens;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;

/** {@code refresh_token}: a refresh token works once and is replaced by its successor. */
final class RefreshTokenGrant implements GrantType {
    private final OAuthScope scope;
    private final Tokens tokens;
    private final Issuer issuer;

    RefreshTokenGrant(OAuthScope scope, Tokens tokens, Issuer issuer) {
        this.scope = scope;
        this.tokens = tokens;
        this.issuer = issuer;
    }

    @Override
    public Issued issue(Client client, Parameters parameters) {
        String token = parameters.required("refresh_token");
        Tokens.Claims claims = tokens.verify(token)
                .filter(ours -> ours.type() == Tokens.Type.REFRESH)
                .filter(ours -> ours.appId().equals(client.app().id()))
                .orElseThrow(OAuthFailure::invalidToken);
        return scope.store().write(claims.account(), unit -> issuer.rotate(unit, grant(unit, client, claims, token)));
    }

    private Doc grant(Transaction unit, Client client, Tokens.Claims claims, String token) {
        Doc grant = unit.find(GRANTS, claims.grantId())
                .filter(kept -> Secrets.same(kept.text("refresh_hash", ""), Secrets.hash(token)))
                .filter(kept -> scope.now(unit).isBefore(claims.expires()))
                .orElseThrow(OAuthFailure::invalidToken);
        if (!grant.flag("without_secret")) {
            client.withSecret();
        }
        return scope.people()
                .byId(unit, claims.userId())
                .filter(People.Person::active)
                .map(person -> grant)
                .orElseThrow(OAuthFailure::invalidToken);
    }
}
