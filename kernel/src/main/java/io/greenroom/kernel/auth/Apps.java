package io.greenroom.kernel.auth;

import static io.greenroom.kernel.store.KernelTables.APPS;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.store.Transaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The apps registered in this installation: the OAuth clients. Threads may share it. */
public final class Apps {
    private static final int SECRET_BYTES = 24;
    /**
     * Client ids are printable ASCII without a colon, because Basic credentials separate id and secret by the first
     * colon.
     */
    private static final Pattern CLIENT_ID = Pattern.compile("[!-9;-~]{1,64}");

    private static final Set<String> WEB = Set.of("http", "https");

    /** Schemes of redirect URIs that would run a script or show content of the caller's making. */
    private static final Set<String> NO_REDIRECT = Set.of("javascript", "data", "vbscript", "file", "about", "blob");

    private final Ids ids;
    private final Grants grants;

    public Apps(Ids ids, Grants grants) {
        this.ids = ids;
        this.grants = grants;
    }

    /**
     * An app's client id and secret. The secret is shown once; for a legacy JWT app they are API key and API secret.
     */
    public record Credentials(String clientId, String clientSecret) {}

    /** Draws new random credentials. */
    public Credentials draw() {
        return new Credentials(ids.secret(), Secrets.token(SECRET_BYTES));
    }

    /**
     * Creates an app in the unit's account.
     *
     * @param draft its name, kind, owner, scopes and redirect URIs; changed by this
     * @param credentials from {@link #draw}, or fixed ones of the demo account
     */
    public Doc create(Transaction unit, Doc draft, Credentials credentials) {
        draft.texts("redirect_uris").stream().filter(uri -> !mayRedirectTo(uri)).forEach(uri -> {
            throw new ContractViolation("No app may redirect to " + uri);
        });
        if (!CLIENT_ID.matcher(credentials.clientId()).matches()
                || credentials.clientSecret().isEmpty()) {
            throw new ContractViolation("No app can be called " + credentials.clientId());
        }
        draft.put("id", credentials.clientId()).put("account_id", unit.account());
        draft.put("secret_hash", Secrets.hash(credentials.clientSecret()));
        if (kind(draft) == CallerKind.JWT) {
            // A legacy JWT app signs its own tokens, so its secret is an HMAC key that must stay readable.
            draft.put("signing_key", credentials.clientSecret());
        }
        return unit.insert(APPS, draft);
    }

    /**
     * Whether an app may register this redirect URI: absolute, no fragment, no script scheme, ASCII only because it is
     * sent in a header.
     */
    public static boolean mayRedirectTo(String uri) {
        try {
            URI parsed = new URI(uri);
            return parsed.isAbsolute()
                    && parsed.getRawFragment() == null
                    && uri.equals(parsed.toASCIIString())
                    && mayRedirectBy(parsed.getScheme().toLowerCase(Locale.ROOT), parsed);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean mayRedirectBy(String scheme, URI uri) {
        return WEB.contains(scheme) ? uri.getHost() != null : !NO_REDIRECT.contains(scheme);
    }

    /** Finds the app with a client id, in any account; empty also for texts that cannot be a client id. */
    public static Optional<Doc> byClientId(Transaction unit, String clientId) {
        return CLIENT_ID.matcher(clientId).matches()
                ? unit.across(APPS).where("id", clientId).first()
                : Optional.empty();
    }

    /** Disables an app: its tokens and codes become invalid and it gets no new ones. */
    public Doc disable(Transaction unit, Doc app) {
        revoke(unit, app);
        return unit.update(APPS, app.copy().put("disabled", true));
    }

    /** Enables a disabled app; users must approve it again. */
    public Doc enable(Transaction unit, Doc app) {
        return unit.update(APPS, app.copy().put("disabled", false));
    }

    public void remove(Transaction unit, Doc app) {
        revoke(unit, app);
        unit.delete(APPS, app);
    }

    private void revoke(Transaction unit, Doc app) {
        grants.endOfApp(unit, app.id());
        Codes.forget(unit, app);
        Devices.forget(unit, app);
    }

    public static CallerKind kind(Doc app) {
        return CallerKind.valueOf(app.text("kind").toUpperCase(Locale.ROOT));
    }

    /** Whether users approve this app; apps of other kinds act for themselves. */
    public static boolean isApproved(Doc app) {
        return switch (kind(app)) {
            case USER, ACCOUNT, CHATBOT -> true;
            case SERVER, JWT -> false;
        };
    }
}
