package io.greenroom.kernel.oauth.pages;

/** An error page for the user; the browser is not redirected. It has no stack trace. */
public final class PageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final int status;

    private PageFailure(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static PageFailure badRequest(String message) {
        return new PageFailure(BAD_REQUEST, message);
    }

    static PageFailure unknownClient(String clientId) {
        return badRequest("Invalid client_id: " + clientId + " (4,702)");
    }

    static PageFailure foreignRedirect(String redirectUri) {
        return badRequest("Invalid redirect: " + redirectUri + " (4,700)");
    }

    static PageFailure missingRedirect() {
        return badRequest("Redirect URI mismatch. (4,709)");
    }

    static PageFailure appDisabled() {
        return badRequest("The app has been disabled by the developer (4,717)");
    }

    static PageFailure invalidScope() {
        return badRequest("Invalid scope");
    }

    static PageFailure notAllowed(String message) {
        return new PageFailure(FORBIDDEN, message);
    }

    public int status() {
        return status;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
