package io.greenroom.kernel.auth;

/**
 * An error answer of the token endpoint and its siblings, in the vendor's words. Thrown inside a unit, it rolls the
 * unit back. It has no stack trace.
 */
public final class OAuthFailure extends RuntimeException {
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

    public static OAuthFailure invalidRequest(String reason) {
        return new OAuthFailure(BAD_REQUEST, "invalid_request", reason);
    }

    public static OAuthFailure missing(String parameter) {
        return invalidRequest("Missing required parameter " + parameter);
    }

    public static OAuthFailure invalidClient() {
        return new OAuthFailure(UNAUTHORIZED, "invalid_client", "Invalid client_id or client_secret");
    }

    public static OAuthFailure appDisabled() {
        return new OAuthFailure(BAD_REQUEST, "invalid_client", "The app has been disabled by the developer");
    }

    public static OAuthFailure unsupportedGrantType() {
        return new OAuthFailure(BAD_REQUEST, "unsupported_grant_type", "unsupported grant type");
    }

    public static OAuthFailure invalidToken() {
        return new OAuthFailure(BAD_REQUEST, "invalid_grant", "Invalid Token!");
    }

    public static OAuthFailure invalidCode(String code) {
        return new OAuthFailure(BAD_REQUEST, "invalid_grant", "Invalid authorization code " + code);
    }

    public static OAuthFailure codeExpired() {
        return new OAuthFailure(BAD_REQUEST, "invalid_grant", "Code is expired");
    }

    public static OAuthFailure verifierMismatch() {
        return new OAuthFailure(BAD_REQUEST, "invalid_grant", "Invalid code verifier");
    }

    public static OAuthFailure redirectMismatch() {
        return invalidRequest("Redirect URI mismatch.");
    }

    public static OAuthFailure foreignAccount() {
        return invalidRequest("Bad Request");
    }

    public static OAuthFailure unavailable() {
        return new OAuthFailure(UNAVAILABLE, "temporarily_unavailable", "The service is temporarily unavailable.");
    }

    /** An error of RFC 8628, section 3.5, to a polling device. */
    public static OAuthFailure device(String error, String reason) {
        return new OAuthFailure(BAD_REQUEST, error, reason);
    }

    public int status() {
        return status;
    }

    public String error() {
        return error;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
