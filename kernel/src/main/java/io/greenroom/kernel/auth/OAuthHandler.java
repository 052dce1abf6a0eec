package io.greenroom.kernel.auth;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.Ids;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.store.StoreUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authorization server. It answers every path that ends like one of its endpoints', so that it may be mounted at
 * the root and below the API. Threads may share it.
 */
public final class OAuthHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(OAuthHandler.class);
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final Ids ids;
    private final Function<Request, String> origin;
    private final Pages pages = new Pages();
    private final Map<String, Endpoint> endpoints;

    /**
     * An authorization server over a store.
     *
     * @param origin what comes in front of this server's paths for a request
     */
    public OAuthHandler(OAuthScope scope, OAuthSettings settings, Function<Request, String> origin) {
        this.ids = scope.ids();
        this.origin = origin;
        this.endpoints = new Endpoints(scope, settings).byPath(pages);
    }

    /** Whether this path is one of the authorization server's. */
    public boolean serves(String rawPath) {
        return endpoint(rawPath).isPresent();
    }

    private Optional<Endpoint> endpoint(String rawPath) {
        String single = SLASHES.matcher(rawPath).replaceAll("/");
        String path = single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
        return endpoints.entrySet().stream()
                .filter(entry -> path.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public Answer handle(Request request) {
        Answer answer = endpoint(request.rawPath())
                .map(endpoint -> answer(endpoint, request))
                .orElseGet(() -> refusal(NOT_FOUND, "invalid_request", "This API endpoint is not recognized."));
        return answer.header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .header("x-zm-trackingid", "v=2.0;clid=us02;rid=WEB_" + ids.hex());
    }

    private Answer answer(Endpoint endpoint, Request request) {
        if (!endpoint.takes(request.method())) {
            return say(endpoint, METHOD_NOT_ALLOWED, "invalid_request", "Request method is not supported")
                    .header("Allow", endpoint.methods());
        }
        try {
            return endpoint.action().answer(request, origin.apply(request));
        } catch (OAuthFailure e) {
            return say(endpoint, e.status(), e.error(), e.reason());
        } catch (PageFailure e) {
            return pages.message(e.status(), "This does not work", e.message());
        } catch (StoreUnavailable e) {
            LOG.warn("The store is unavailable", e);
            return say(endpoint, UNAVAILABLE, "temporarily_unavailable", "The service is temporarily unavailable.");
        } catch (RuntimeException e) {
            // The end of this road: nothing behind it would answer in the endpoint's tongue.
            LOG.error("{} {} failed", request.method(), request.rawPath(), e);
            return say(endpoint, SERVER_ERROR, "server_error", "An internal error occurred.");
        }
    }

    private Answer say(Endpoint endpoint, int status, String error, String reason) {
        return switch (endpoint.tongue()) {
            case JSON -> refusal(status, error, reason);
            case HTML -> pages.message(status, "This does not work", reason);
        };
    }

    private static Answer refusal(int status, String error, String reason) {
        Doc body = new Doc(Schema.anyObject()).put("reason", reason).put("error", error);
        Answer answer = Endpoints.json(status, body);
        return status == UNAUTHORIZED ? answer.header("WWW-Authenticate", "Basic realm=\"oauth\"") : answer;
    }
}
