package io.greenroom.kernel.oauth;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Parameters;
import java.util.List;
import java.util.Optional;

/** Grants that need no user's approval: {@code account_credentials} and {@code client_credentials}. */
final class OwnGrant {
    private static final String CHATBOT_SCOPE = "imchat:bot";

    private final OAuthScope scope;
    private final OAuthSettings settings;
    private final Grants grants;
    private final Issuer issuer;

    OwnGrant(OAuthScope scope, OAuthSettings settings, Grants grants, Issuer issuer) {
        this.scope = scope;
        this.settings = settings;
        this.grants = grants;
        this.issuer = issuer;
    }

    /** For server-to-server apps, with all their scopes. */
    Issued accountCredentials(Client client, Parameters parameters) {
        of(client, CallerKind.SERVER);
        if (!parameters.required("account_id").equals(client.account())) {
            throw OAuthFailure.foreignAccount();
        }
        List<String> scopes = client.app().texts("scopes");
        return settings.oneToken() ? only(client, scopes) : issued(client, scopes);
    }

    /** For chatbots, limited to chat messages. */
    Issued clientCredentials(Client client, Parameters parameters) {
        of(client, CallerKind.CHATBOT);
        return issued(client, List.of(CHATBOT_SCOPE));
    }

    private static void of(Client client, CallerKind kind) {
        client.withSecret();
        if (client.kind() != kind) {
            throw OAuthFailure.unsupportedGrantType();
        }
    }

    private Issued only(Client client, List<String> scopes) {
        return scope.store()
                .write(
                        client.account(),
                        unit -> issuer.onlyAccess(
                                unit, grants.keepStanding(unit, client.app(), client.kind(), scopes)));
    }

    private Issued issued(Client client, List<String> scopes) {
        CallerKind kind = client.kind();
        // Usually the grant exists already and nothing has to be written.
        Optional<Issued> issued = scope.store()
                .read(client.account(), unit -> grants.standing(unit, client.app(), kind, scopes)
                        .map(grant -> issuer.access(unit, grant)));
        return issued.orElseGet(() -> scope.store()
                .write(
                        client.account(),
                        unit -> issuer.access(unit, grants.keepStanding(unit, client.app(), kind, scopes))));
    }
}
