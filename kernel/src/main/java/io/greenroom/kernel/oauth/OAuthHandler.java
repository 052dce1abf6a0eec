package io.greenroom.kernel.oauth;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.faults.Fault;
import io.greenroom.kernel.faults.FaultRules;
import io.greenroom.kernel.http.AcceptHeader;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Header;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.oauth.pages.PageFailure;
import io.greenroom.kernel.oauth.pages.Pages;
import io.greenroom.kernel.store.StoreUnavailable;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorization server. Threads may share it. */
public final class OAuthHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(OAuthHandler.class);
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final String HTML = "text/html";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;

    private final Ids ids;
    private final Clock clock;
    private final Function<Request, String> origin;
    private final Consumer<CompletedOAuthRequest> observer;
    private final Pages pages = new Pages();
    private final Map<String, OAuthEndpoint> endpoints;

    /**
     * The result of a request.
     *
     * @param failure the error, empty on success
     */
    private record Outcome(Answer answer, String failure) {}

    /**
     * Creates an authorization server over a store.
     *
     * @param faults make requests for tokens fail that are to fail
     * @param origin returns the prefix of this server's own URLs for a request
     * @param observer called with every completed request; must neither block nor throw
     */
    public OAuthHandler(
            OAuthScope scope,
            OAuthSettings settings,
            FaultRules faults,
            Function<Request, String> origin,
            Consumer<CompletedOAuthRequest> observer) {
        this.ids = scope.ids();
        this.clock = scope.clock();
        this.origin = origin;
        this.observer = observer;
        this.endpoints = new OAuthEndpoints(scope, settings, faults).byPath(pages);
    }

    @Override
    public Answer handle(Request request) {
        long started = clock.stopwatchNanos();
        String trackingId = ids.trackingId();
        String path = normal(request.rawPath());
        OAuthEndpoint endpoint = endpoints.get(path);
        Outcome outcome = endpoint == null ? unknown() : attend(endpoint, request, trackingId);
        observer.accept(new CompletedOAuthRequest(
                trackingId,
                request,
                endpoint == null ? "" : path,
                outcome.answer().status(),
                outcome.failure(),
                fault(outcome.answer()),
                clock.stopwatchNanos() - started));
        return outcome.answer()
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .header("x-zm-trackingid", trackingId);
    }

    private static String fault(Answer answer) {
        return answer.headers().stream()
                .filter(header -> header.name().equals(Fault.APPLIED))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** The path with single slashes and no trailing slash. */
    private static String normal(String rawPath) {
        String single = SLASHES.matcher(rawPath).replaceAll("/");
        return single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    private static Outcome unknown() {
        return new Outcome(
                refusal(NOT_FOUND, "invalid_request", "This API endpoint is not recognized."), "endpoint-unknown");
    }

    private Outcome attend(OAuthEndpoint endpoint, Request request, String trackingId) {
        if (!endpoint.takes(request.method())) {
            Outcome refused =
                    refused(endpoint, METHOD_NOT_ALLOWED, "invalid_request", "Request method is not supported");
            refused.answer().header("Allow", endpoint.methods());
            return refused;
        }
        try {
            Answer answer = endpoint.action().answer(request, origin.apply(request));
            return new Outcome(answer, answer.status() < BAD_REQUEST ? "" : "refused");
        } catch (OAuthFailure e) {
            return refused(endpoint, e.status(), e.error(), e.reason());
        } catch (PageFailure e) {
            return AcceptHeader.of(request).accepts(HTML)
                    ? refused(endpoint, e.status(), "refused", e.message())
                    : new Outcome(withoutPage(e), "refused");
        } catch (StoreUnavailable e) {
            LOG.error("{} {}: {}", trackingId, request.rawPath(), e.getMessage());
            OAuthFailure failure = OAuthFailure.unavailable();
            return refused(endpoint, failure.status(), failure.error(), failure.reason());
        } catch (RuntimeException e) {
            // Last resort: converts any failure into an answer in the endpoint's format.
            LOG.error("{} {} {}: breach", trackingId, request.method(), request.rawPath(), e);
            return refused(endpoint, SERVER_ERROR, "server_error", "An internal error occurred.");
        }
    }

    private Outcome refused(OAuthEndpoint endpoint, int status, String error, String reason) {
        Answer answer =
                switch (endpoint.tongue()) {
                    case JSON -> refusal(status, error, reason);
                    case HTML -> pages.message(status, "This does not work", reason);
                };
        return new Outcome(answer, error);
    }

    private static Answer withoutPage(PageFailure failure) {
        Doc body = new Doc(Schema.anyObject())
                .put("status", false)
                .put("errorCode", failure.code())
                .put("errorMessage", failure.reason())
                .put("result", Doc.NULL);
        return OAuthEndpoints.json(failure.status(), body);
    }

    private static Answer refusal(int status, String error, String reason) {
        Doc body = new Doc(Schema.anyObject()).put("reason", reason).put("error", error);
        Answer answer = OAuthEndpoints.json(status, body);
        return status == UNAUTHORIZED ? answer.header("WWW-Authenticate", "Basic realm=\"oauth\"") : answer;
    }
}
