package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.store.KernelTables.GRANTS;

import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.auth.Tokens;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/**
 * {@code refresh_token}: a refresh token works once and is replaced by its successor. A second use ends the grant,
 * because one of its two holders has stolen the token (RFC 9700, 4.14.2).
 */
final class RefreshTokenGrant implements GrantType {
    private final OAuthScope scope;
    private final Tokens tokens;
    private final Grants grants;
    private final Issuer issuer;

    RefreshTokenGrant(OAuthScope scope, Tokens tokens, Grants grants, Issuer issuer) {
        this.scope = scope;
        this.tokens = tokens;
        this.grants = grants;
        this.issuer = issuer;
    }

    @Override
    public Issued issue(Client client, Parameters parameters) {
        String token = parameters.required("refresh_token");
        Tokens.Claims claims = tokens.verify(token)
                .filter(ours -> ours.type() == Tokens.Type.REFRESH)
                .filter(ours -> ours.appId().equals(client.app().id()))
                .orElseThrow(OAuthFailure::invalidToken);
        // Throwing would roll the unit back, and with it the end of the grant; so the unit returns the failure.
        return scope.store()
                .write(claims.account(), unit -> rotate(unit, client, claims, token))
                .orElseThrow(OAuthFailure::invalidToken);
    }

    /** Issues the next tokens; empty when the token was used before, which ends the grant. */
    private Optional<Issued> rotate(Transaction unit, Client client, Tokens.Claims claims, String token) {
        Doc grant = unit.find(GRANTS, claims.grantId())
                .filter(kept -> scope.now(unit).isBefore(claims.expires()))
                .orElseThrow(OAuthFailure::invalidToken);
        if (!grant.flag("without_secret")) {
            client.withSecret();
        }
        if (!Secrets.same(grant.text("refresh_hash", ""), Secrets.hash(token))) {
            grants.end(unit, grant);
            return Optional.empty();
        }
        return scope.people()
                .byId(unit, claims.userId())
                .filter(People.Person::active)
                .map(person -> issuer.rotate(unit, grant));
    }
}
