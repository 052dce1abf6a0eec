package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.AuthorizationRequest;
import io.greenroom.kernel.auth.Codes;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Pkce;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /oauth/authorize}: a user approves an app, and the browser is redirected to the app with a code. */
public final class AuthorizeEndpoint {
    private static final String NO_ACCOUNT = "";
    private static final int LONGEST_STATE = 2048;

    private final OAuthScope scope;
    private final OAuthSettings settings;
    private final Codes codes;
    private final Approval approval;

    public AuthorizeEndpoint(OAuthScope scope, OAuthSettings settings, Codes codes, Approval approval) {
        this.scope = scope;
        this.settings = settings;
        this.codes = codes;
        this.approval = approval;
    }

    /** An error that is reported to the app by redirect. */
    private static final class Undone extends Exception {
        private static final long serialVersionUID = 1L;

        Undone(String error) {
            super(error, null, false, false);
        }
    }

    public Answer answer(Request request, String origin) {
        Parameters parameters = Parameters.of(request);
        Doc app = app(parameters);
        String redirectUri = redirectUri(parameters, app);
        if (settings.strictScope() && parameters.has("scope")) {
            throw PageFailure.invalidScope();
        }
        Optional<String> state = parameters.first("state");
        try {
            checkLengths(parameters);
            AuthorizationRequest asked = new AuthorizationRequest(app, redirectUri, state, challenge(parameters));
            return approval.answer(request, parameters, new Authorization(asked), origin);
        } catch (Undone e) {
            return redirect(redirectUri, "error", String.valueOf(e.getMessage()), state);
        }
    }

    private Doc app(Parameters parameters) {
        String clientId = parameters.first("client_id").orElse("");
        Doc app = scope.store()
                .read(NO_ACCOUNT, unit -> Apps.byClientId(unit, clientId))
                .filter(Apps::isApproved)
                .orElseThrow(() -> PageFailure.unknownClient(clientId));
        if (app.flag("disabled")) {
            throw PageFailure.appDisabled();
        }
        return app;
    }

    private static String redirectUri(Parameters parameters, Doc app) {
        String redirectUri = parameters.first("redirect_uri").orElseThrow(PageFailure::missingRedirect);
        if (!app.texts("redirect_uris").contains(redirectUri)) {
            throw PageFailure.foreignRedirect(redirectUri);
        }
        return redirectUri;
    }

    private static void checkLengths(Parameters parameters) throws Undone {
        Optional<String> type = parameters.first("response_type");
        if (!type.orElse("").equals("code")) {
            throw new Undone(type.isPresent() ? "unsupported_response_type" : "invalid_request");
        }
        if (parameters.first("state").orElse("").length() > LONGEST_STATE) {
            throw new Undone("invalid_request");
        }
    }

    private static Optional<AuthorizationRequest.Challenge> challenge(Parameters parameters) throws Undone {
        Optional<String> challenge = parameters.first("code_challenge");
        if (challenge.isEmpty()) {
            return Optional.empty();
        }
        Optional<Pkce> method =
                Pkce.of(parameters.first("code_challenge_method").orElse(Pkce.PLAIN.word()));
        if (method.isEmpty() || !Pkce.isChallenge(challenge.get())) {
            throw new Undone("invalid_request");
        }
        return Optional.of(new AuthorizationRequest.Challenge(method.get(), challenge.get()));
    }

    /** The consent request of this endpoint. */
    private final class Authorization implements ConsentRequest {
        private final AuthorizationRequest asked;

        Authorization(AuthorizationRequest asked) {
            this.asked = asked;
        }

        @Override
        public Doc app() {
            return asked.app();
        }

        @Override
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("response_type", "code");
            fields.put("client_id", asked.app().id());
            fields.put("redirect_uri", asked.redirectUri());
            asked.state().ifPresent(state -> fields.put("state", state));
            asked.challenge().ifPresent(challenge -> {
                fields.put("code_challenge", challenge.text());
                fields.put("code_challenge_method", challenge.method().word());
            });
            return fields;
        }

        @Override
        public Answer granted(People.Person person) {
            String code = scope.store().write(asked.app().text("account_id"), unit -> codes.issue(unit, asked, person));
            return redirect(asked.redirectUri(), "code", code, asked.state());
        }

        @Override
        public Answer denied() {
            return redirect(asked.redirectUri(), "error", "access_denied", asked.state());
        }

        /**
         * Names schemes rather than hosts: browsers apply the policy to all redirects that follow, and apps redirect
         * from their back end on to their front end.
         */
        @Override
        public String formTargets() {
            String scheme = URI.create(asked.redirectUri()).getScheme().toLowerCase(Locale.ROOT) + ":";
            return scheme.equals("https:") ? scheme : scheme + " https:";
        }
    }

    private static Answer redirect(String uri, String name, String value, Optional<String> state) {
        StringBuilder location = new StringBuilder(uri)
                .append(uri.indexOf('?') < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(encoded(value));
        state.ifPresent(given -> location.append("&state=").append(encoded(given)));
        return Answer.redirect(location.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
