package io.greenroom.kernel.oauth.pages;

import java.util.Locale;

/**
 * An error for the user, as a page, or as JSON for callers that do not accept pages; nothing is redirected. It has no
 * stack trace.
 */
public final class PageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int FOREIGN_REDIRECT = 4700;
    private static final int UNKNOWN_CLIENT = 4702;
    private static final int MISSING_REDIRECT = 4709;
    private static final int APP_DISABLED = 4717;

    private final int status;
    private final int code;
    private final String reason;

    private PageFailure(int status, int code, String message, String reason) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.reason = reason;
    }

    static PageFailure badRequest(String message) {
        return new PageFailure(BAD_REQUEST, BAD_REQUEST, message, message);
    }

    private static PageFailure coded(int code, String message, String reason) {
        return new PageFailure(BAD_REQUEST, code, String.format(Locale.ROOT, "%s (%,d)", message, code), reason);
    }

    static PageFailure unknownClient(String clientId) {
        String message = "Invalid client_id: " + clientId;
        return coded(UNKNOWN_CLIENT, message, message);
    }

    static PageFailure foreignRedirect(String redirectUri) {
        return coded(FOREIGN_REDIRECT, "Invalid redirect: " + redirectUri, "Invalid redirect url");
    }

    static PageFailure missingRedirect() {
        return coded(MISSING_REDIRECT, "Redirect URI mismatch.", "Redirect URI mismatch.");
    }

    static PageFailure appDisabled() {
        String message = "The app has been disabled by the developer";
        return coded(APP_DISABLED, message, message);
    }

    static PageFailure invalidScope() {
        return badRequest("Invalid scope");
    }

    static PageFailure notAllowed(String message) {
        return new PageFailure(FORBIDDEN, FORBIDDEN, message, message);
    }

    public int status() {
        return status;
    }

    /** The vendor's code; the status where it has none. */
    public int code() {
        return code;
    }

    /** The message for programs, which do not show a page. */
    public String reason() {
        return reason;
    }

    /** The message on the page. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
