package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Request;
import java.util.Map;

/** {@code POST /oauth/token}: issues tokens. */
final class TokenEndpoint {
    private final Clients clients;
    private final Map<String, GrantType> types;

    TokenEndpoint(Clients clients, Map<String, GrantType> types) {
        this.clients = clients;
        this.types = types;
    }

    Doc answer(Request request, String apiUrl) {
        Parameters parameters = Parameters.of(request);
        Client client = clients.identify(request, parameters);
        return Issuer.answer(type(parameters).issue(client, parameters), apiUrl);
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
