package io.greenroom.kernel.auth;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.store.Store;
import java.util.List;
import java.util.Optional;

/** What an app gets for itself, without anybody's approval: {@code account_credentials} and {@code client_credentials}. */
final class OwnGrant {
    private static final String CHATBOT_SCOPE = "imchat:bot";

    private final Store store;
    private final Grants grants;

    OwnGrant(Store store, Grants grants) {
        this.store = store;
        this.grants = grants;
    }

    /** A server-to-server app's, with all its scopes. */
    Issued accountCredentials(Client client, Parameters parameters) {
        of(client, CallerKind.SERVER);
        if (!parameters.required("account_id").equals(client.account())) {
            throw OAuthFailure.foreignAccount();
        }
        return issued(client, client.app().texts("scopes"));
    }

    /** A chatbot's, for chat messages only. */
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

    private Issued issued(Client client, List<String> scopes) {
        CallerKind kind = client.kind();
        return store.read(client.account(), unit -> grants.standing(unit, client.app(), kind, scopes))
                .or(() -> Optional.of(
                        store.write(client.account(), unit -> grants.keepStanding(unit, client.app(), kind, scopes))))
                .map(grant -> new Issued(grant, Optional.empty()))
                .orElseThrow();
    }
}
