package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Authenticates the client by Basic credentials or by {@code client_id} among the parameters. Some clients send both,
 * which then must agree. Threads may share it.
 */
final class Clients {
    private static final String BASIC = "basic ";
    private static final String NO_ACCOUNT = "";

    private final Store store;

    Clients(Store store) {
        this.store = store;
    }

    /** The client id and secret that a request presents; an empty secret counts as none. */
    private record Claim(String clientId, String clientSecret) {}

    Client identify(Request request, Parameters parameters) {
        Claim claim = claim(request, parameters);
        Doc app = store.read(NO_ACCOUNT, unit -> Apps.byClientId(unit, claim.clientId()))
                .orElseThrow(OAuthFailure::invalidClient);
        boolean proven = !claim.clientSecret().isEmpty();
        if (proven && !Secrets.same(app.text("secret_hash"), Secrets.hash(claim.clientSecret()))) {
            throw OAuthFailure.invalidClient();
        }
        if (app.flag("disabled")) {
            throw OAuthFailure.appDisabled();
        }
        if (proven) {
            request.identified();
        }
        return new Client(app, proven);
    }

    private static Claim claim(Request request, Parameters parameters) {
        String header = request.header("Authorization").orElse("");
        Optional<String> clientId = parameters.first("client_id");
        if (parameters.inQuery("client_secret")) {
            throw OAuthFailure.invalidRequest("The client secret must not be in the query.");
        }
        String secret = parameters.first("client_secret").orElse("");
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            Claim claim = basic(header.substring(BASIC.length()).strip());
            boolean same = clientId.orElse(claim.clientId()).equals(claim.clientId())
                    && (secret.isEmpty() || Secrets.same(secret, claim.clientSecret()));
            if (!same) {
                throw OAuthFailure.invalidClient();
            }
            return claim;
        }
        return new Claim(
                clientId.orElseThrow(() -> OAuthFailure.invalidRequest("Client ID or client secret is missing.")),
                secret);
    }

    private static Claim basic(String encoded) {
        String decoded;
        try {
            decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OAuthFailure.invalidClient();
        }
        int colon = decoded.indexOf(':');
        if (colon < 0 || !Texts.isStorable(decoded)) {
            throw OAuthFailure.invalidClient();
        }
        return new Claim(decoded.substring(0, colon), decoded.substring(colon + 1));
    }
}
