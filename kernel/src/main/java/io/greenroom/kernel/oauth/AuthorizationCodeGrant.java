package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.store.KernelTables.GRANTS;

import io.greenroom.kernel.auth.Codes;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Pkce;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** {@code authorization_code}: exchanges the code that a user's approval issued. A second use ends the grant. */
final class AuthorizationCodeGrant implements GrantType {
    private final OAuthScope scope;
    private final Codes codes;
    private final Grants grants;
    private final Issuer issuer;

    AuthorizationCodeGrant(OAuthScope scope, Codes codes, Grants grants, Issuer issuer) {
        this.scope = scope;
        this.codes = codes;
        this.grants = grants;
        this.issuer = issuer;
    }

    @Override
    public Issued issue(Client client, Parameters parameters) {
        String code = parameters.required("code");
        // Throwing would roll the unit back, and with it the end of the grant; so the unit returns the failure.
        return scope.store()
                .write(client.account(), unit -> exchange(unit, client, parameters, code))
                .orElseThrow(() -> OAuthFailure.invalidCode(code));
    }

    /** Exchanges the code; empty when it was used before, which ends the grant of the first exchange. */
    private Optional<Issued> exchange(Transaction unit, Client client, Parameters parameters, String code) {
        Doc kept = codes.find(unit, code, client.app().id()).orElseThrow(() -> OAuthFailure.invalidCode(code));
        Optional<String> exchanged = kept.optionalText("grant_id");
        if (codes.expired(unit, kept) && exchanged.isEmpty()) {
            throw OAuthFailure.codeExpired();
        }
        if (!kept.text("redirect_uri").equals(parameters.first("redirect_uri").orElse(""))) {
            throw OAuthFailure.redirectMismatch();
        }
        checkVerifier(client, kept, parameters.first("code_verifier"));
        Transaction home = unit.as(kept.text("user_account"));
        if (exchanged.isPresent()) {
            home.find(GRANTS, exchanged.get()).ifPresent(grant -> grants.end(home, grant));
            return Optional.empty();
        }
        Issued issued = scope.people()
                .byId(home, kept.text("user_id"))
                .filter(People.Person::active)
                .map(person -> issuer.open(home, client, person.id()))
                .orElseThrow(() -> OAuthFailure.invalidCode(code));
        codes.use(unit, kept, issued.grant());
        return Optional.of(issued);
    }

    /** For a client without a secret, only the verifier proves that it is the one that requested the code. */
    private static void checkVerifier(Client client, Doc code, Optional<String> verifier) {
        Optional<String> challenge = code.optionalText("challenge");
        if (challenge.isEmpty()) {
            client.withSecret();
        }
        if (challenge.isPresent() != verifier.isPresent()) {
            throw OAuthFailure.verifierMismatch();
        }
        if (challenge.isPresent()) {
            Pkce method = Pkce.of(code.text("challenge_method")).orElseThrow();
            if (!method.fits(challenge.get(), verifier.orElseThrow())) {
                throw OAuthFailure.verifierMismatch();
            }
        }
    }
}
