package io.greenroom.kernel.oauth;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.faults.Fault;
import io.greenroom.kernel.faults.FaultRules;
import io.greenroom.kernel.faults.FaultTarget;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import java.util.Map;
import java.util.Optional;

/** {@code POST /oauth/token}: issues tokens. */
final class TokenEndpoint {
    private static final int OK = 200;

    private final Clients clients;
    private final FaultRules faults;
    private final Map<String, GrantType> types;

    TokenEndpoint(Clients clients, FaultRules faults, Map<String, GrantType> types) {
        this.clients = clients;
        this.faults = faults;
        this.types = types;
    }

    Answer answer(Request request, String apiUrl) {
        Parameters parameters = Parameters.of(request);
        Client client = clients.identify(request, parameters);
        Optional<Fault> fault =
                faults.strike(client.account(), new FaultTarget(client.app().id(), "", "", request));
        fault.ifPresent(faults::await);
        Answer answer = fault.flatMap(Fault::error)
                .map(TokenEndpoint::refusal)
                .orElseGet(() -> issue(client, parameters, apiUrl));
        return fault.map(struck -> struck.damaged(answer.header(Fault.APPLIED, struck.name())))
                .orElse(answer);
    }

    private Answer issue(Client client, Parameters parameters, String apiUrl) {
        return OAuthEndpoints.json(OK, Issuer.answer(type(parameters).issue(client, parameters), apiUrl));
    }

    /** The error of a fault, in the form of this endpoint. */
    private static Answer refusal(Doc error) {
        int status = (int) error.number("status", 500);
        Doc body = new Doc(Schema.anyObject())
                .put("reason", error.text("message", "Injected fault."))
                .put("error", status < 500 ? "invalid_request" : "server_error");
        return OAuthEndpoints.json(status, body);
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
