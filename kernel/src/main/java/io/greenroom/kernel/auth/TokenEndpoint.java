package io.greenroom.kernel.auth;

import io.greenroom.kernel.Doc;
import io.greenroom.kernel.http.Request;
import java.util.Map;

/** {@code POST /oauth/token}: hands out tokens. */
final class TokenEndpoint {
    private final Clients clients;
    private final Map<String, GrantType> types;
    private final Issuer issuer;

    TokenEndpoint(Clients clients, Map<String, GrantType> types, Issuer issuer) {
        this.clients = clients;
        this.types = types;
        this.issuer = issuer;
    }

    Doc answer(Request request, String apiUrl) {
        Parameters parameters = Parameters.of(request);
        Client client = clients.identify(request, parameters);
        return issuer.answer(type(parameters).issue(client, parameters), apiUrl);
    }

    private GrantType type(Parameters parameters) {
        GrantType type = types.get(parameters.first("grant_type").orElse(""));
        if (type != null) {
            return type;
        }
        boolean named = parameters.has("grant_type") || parameters.foreignBody();
        throw named ? OAuthFailure.unsupportedGrantType() : OAuthFailure.invalidRequest("Missing grant type.");
    }
}
