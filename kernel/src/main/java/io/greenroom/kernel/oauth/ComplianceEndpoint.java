package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.http.Request;

/** {@code POST /oauth/data/compliance}: an app reports that it deleted the data of a user who removed it. */
final class ComplianceEndpoint {
    private final Clients clients;

    ComplianceEndpoint(Clients clients) {
        this.clients = clients;
    }

    void check(Request request) {
        Doc said = said(request);
        Client client = clients.identify(request, Parameters.none()).withSecret();
        if (!text(said, "client_id").equals(client.app().id())) {
            throw OAuthFailure.invalidClient();
        }
        text(said, "user_id");
        text(said, "account_id");
        if (!(said.get("deauthorization_event_received") instanceof Doc)) {
            throw OAuthFailure.missing("deauthorization_event_received");
        }
        if (!Boolean.TRUE.equals(said.get("compliance_completed"))) {
            throw OAuthFailure.missing("compliance_completed");
        }
    }

    private static Doc said(Request request) {
        try {
            return Json.readRequest(Parameters.body(request));
        } catch (Json.Malformed e) {
            throw OAuthFailure.invalidRequest("Request Body should be a valid JSON object.");
        }
    }

    private static String text(Doc said, String field) {
        if (said.get(field) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw OAuthFailure.missing(field);
    }
}
