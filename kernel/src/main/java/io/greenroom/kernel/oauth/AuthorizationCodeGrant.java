package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.Codes;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Pkce;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** {@code authorization_code}: exchanges the code that a user's approval issued. */
final class AuthorizationCodeGrant implements GrantType {
    private final OAuthScope scope;
    private final Codes codes;
    private final Issuer issuer;

    AuthorizationCodeGrant(OAuthScope scope, Codes codes, Issuer issuer) {
        this.scope = scope;
        this.codes = codes;
        this.issuer = issuer;
    }

    @Override
    public Issued issue(Client client, Parameters parameters) {
        String code = parameters.required("code");
        return scope.store().write(client.account(), unit -> {
            Doc kept = codes.find(unit, code, client.app().id()).orElseThrow(() -> OAuthFailure.invalidCode(code));
            if (codes.expired(unit, kept)) {
                throw OAuthFailure.codeExpired();
            }
            if (!kept.text("redirect_uri")
                    .equals(parameters.first("redirect_uri").orElse(""))) {
                throw OAuthFailure.redirectMismatch();
            }
            checkVerifier(client, kept, parameters.first("code_verifier"));
            codes.use(unit, kept);
            Transaction home = unit.as(kept.text("user_account"));
            return scope.people()
                    .byId(home, kept.text("user_id"))
                    .filter(People.Person::active)
                    .map(person -> issuer.open(home, client, person.id()))
                    .orElseThrow(() -> OAuthFailure.invalidCode(code));
        });
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
