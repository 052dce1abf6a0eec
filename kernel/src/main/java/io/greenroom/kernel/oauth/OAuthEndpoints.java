package io.greenroom.kernel.oauth;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.Codes;
import io.greenroom.kernel.auth.Devices;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Tokens;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.faults.FaultRules;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.oauth.OAuthEndpoint.Action;
import io.greenroom.kernel.oauth.pages.Approval;
import io.greenroom.kernel.oauth.pages.AuthorizeEndpoint;
import io.greenroom.kernel.oauth.pages.DevicePage;
import io.greenroom.kernel.oauth.pages.Pages;
import io.greenroom.kernel.oauth.pages.SignIn;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Wires the endpoints of the authorization server. */
final class OAuthEndpoints {
    private static final int OK = 200;

    private final OAuthScope scope;
    private final OAuthSettings settings;
    private final FaultRules faults;
    private final Grants grants = new Grants();
    private final Tokens tokens;
    private final Clients clients;
    private final Codes codes;
    private final Devices devices;

    OAuthEndpoints(OAuthScope scope, OAuthSettings settings, FaultRules faults) {
        this.faults = faults;
        this.scope = scope;
        this.settings = settings;
        this.tokens = new Tokens(scope.keys());
        this.clients = new Clients(scope.store());
        this.codes = new Codes(scope);
        this.devices = new Devices(scope);
    }

    /** The endpoints by path. */
    Map<String, OAuthEndpoint> byPath(Pages pages) {
        SignIn signIn = new SignIn(scope);
        Approval approval = new Approval(scope, settings, signIn, pages);
        AuthorizeEndpoint authorize = new AuthorizeEndpoint(scope, settings, codes, approval);
        DevicePage device = new DevicePage(scope, devices, signIn, approval, pages);
        return Map.of(
                "/oauth/authorize",
                OAuthEndpoint.html(authorize::answer),
                DeviceCodeEndpoint.PAGE,
                OAuthEndpoint.html(device::answer),
                "/oauth/token",
                OAuthEndpoint.json(token()),
                "/oauth/devicecode",
                OAuthEndpoint.json(deviceCode()),
                "/oauth/revoke",
                OAuthEndpoint.json(revoke()),
                "/oauth/data/compliance",
                OAuthEndpoint.json(compliance()));
    }

    private Action token() {
        Issuer issuer = new Issuer(scope, tokens, grants, settings);
        OwnGrant own = new OwnGrant(scope, settings, grants, issuer);
        TokenEndpoint token = new TokenEndpoint(
                clients,
                faults,
                Map.of(
                        "authorization_code",
                        new AuthorizationCodeGrant(scope, codes, grants, issuer),
                        "refresh_token",
                        new RefreshTokenGrant(scope, tokens, grants, issuer),
                        "account_credentials",
                        own::accountCredentials,
                        "client_credentials",
                        own::clientCredentials,
                        DeviceGrant.NAME,
                        new DeviceGrant(scope, devices, issuer)));
        String apiUrl = settings.apiUrl();
        return (request, origin) -> token.answer(request, apiUrl.isEmpty() ? origin : apiUrl);
    }

    private Action deviceCode() {
        DeviceCodeEndpoint deviceCode = new DeviceCodeEndpoint(scope, clients, devices);
        return (request, origin) -> json(OK, deviceCode.answer(request, origin));
    }

    private Action revoke() {
        RevokeEndpoint revoke = new RevokeEndpoint(scope, clients, tokens, grants);
        return (request, origin) -> {
            revoke.revoke(request);
            return success();
        };
    }

    private Action compliance() {
        ComplianceEndpoint compliance = new ComplianceEndpoint(clients);
        return (request, origin) -> {
            compliance.check(request);
            return success();
        };
    }

    private static Answer success() {
        return json(OK, new Doc(Schema.anyObject()).put("status", "success"));
    }

    static Answer json(int status, Doc body) {
        return Answer.json(status, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }
}
