package io.greenroom.kernel.oauth;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.Devices;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Request;

/** {@code POST /oauth/devicecode}: issues device code and user code to a device without a browser. */
final class DeviceCodeEndpoint {
    static final String PAGE = "/oauth_device";

    private final OAuthScope scope;
    private final Clients clients;
    private final Devices devices;

    DeviceCodeEndpoint(OAuthScope scope, Clients clients, Devices devices) {
        this.scope = scope;
        this.clients = clients;
        this.devices = devices;
    }

    Doc answer(Request request, String origin) {
        Client client = clients.identify(request, Parameters.of(request)).withSecret();
        if (!Apps.isApproved(client.app())) {
            throw OAuthFailure.unsupportedGrantType();
        }
        Devices.CodePair codes = scope.store().write(client.account(), unit -> devices.open(unit, client.app()));
        String userCode = Devices.readable(codes.userCode());
        return new Doc(Schema.anyObject())
                .put("device_code", codes.deviceCode())
                .put("user_code", userCode)
                .put("verification_uri", origin + PAGE)
                .put("verification_uri_complete", origin + PAGE + "?user_code=" + userCode)
                .put("expires_in", Devices.LIFE.toSeconds())
                .put("interval", Devices.INTERVAL_SECONDS);
    }
}
