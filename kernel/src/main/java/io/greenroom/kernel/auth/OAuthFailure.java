package io.greenroom.kernel.auth;

/**
 * What the token endpoint and its neighbours refuse, in the vendor's words. It undoes the unit it is thrown in and has
 * no stack trace.
 */
final class OAuthFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String error;

    private OAuthFailure(int status, String error, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.error = error;
    }

    static OAuthFailure invalidRequest(String reason) {
        return new OAuthFailure(BAD_REQUEST, "invalid_request", reason);
    }

    static OAuthFailure missing(String parameter) {
        return invalidRequest("Missing required parameter " + parameter);
    }

    static OAuthFailure invalidClient() {
        return new OAuthFailure(UNAUTHORIZED, "invalid_client", "Invalid client_id or client_secret");
    }

    static OAuthFailure appDisabled() {
        return new OAuthFailure(BAD_REQUEST, "invalid_client", "The app has been disabled by the developer");
    }

    static OAuthFailure unsupportedGrantType() {
        return new OAuthFailure(BAD_REQUEST, "unsupported_grant_type", "unsupported grant type");
    }

    static OAuthFailure invalidToken() {
        return new OAuthFailure(BAD_REQUEST, "invalid_grant", "Invalid Token!");
    }

    static OAuthFailure invalidCode(String code) {
        return new OAuthFailure(BAD_REQUEST, "invalid_grant", "Invalid authorization code " + code);
    }

    static OAuthFailure codeExpired() {
        return new OAuthFailure(BAD_REQUEST, "invalid_grant", "Code is expired");
    }

    static OAuthFailure verifierMismatch() {
        return new OAuthFailure(BAD_REQUEST, "invalid_grant", "Invalid code verifier");
    }

    static OAuthFailure redirectMismatch() {
        return invalidRequest("Redirect URI mismatch.");
    }

    static OAuthFailure foreignAccount() {
        return invalidRequest("Bad Request");
    }

    static OAuthFailure unavailable() {
        return new OAuthFailure(UNAVAILABLE, "temporarily_unavailable", "The service is temporarily unavailable.");
    }

    /** One of RFC 8628's answers to a device that asks. */
    static OAuthFailure device(String error, String reason) {
        return new OAuthFailure(BAD_REQUEST, error, reason);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
