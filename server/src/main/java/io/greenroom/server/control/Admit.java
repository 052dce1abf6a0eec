package io.greenroom.server.control;

import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.body.MediaType;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Admits requests with the control token. Without a configured token it admits programs on this machine, if the
 * settings allow that; requests that a proxy has forwarded count as coming from elsewhere. Web pages are refused, but
 * for this server's own: they are recognised by {@code Sec-Fetch-Site} and {@code Origin}, and the required content
 * type makes a browser ask first.
 */
final class Admit implements Step {
    private static final String BEARER = "bearer ";
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final ControlSettings settings;
    private final Guesses guesses;

    Admit(ControlSettings settings, Clock clock) {
        this.settings = settings;
        this.guesses = new Guesses(clock);
    }

    @Override
    public void take(Exchange exchange) {
        Request request = exchange.request();
        if (!OWN_PAGES.containsAll(request.headers("Sec-Fetch-Site"))) {
            throw forbidden(exchange, "a page of another origin asks");
        }
        if (settings.token().isEmpty()) {
            reason(request).ifPresent(reason -> {
                throw forbidden(exchange, reason);
            });
        } else {
            checkToken(exchange, request);
        }
        if (WITH_BODY.contains(request.method()) && !isSafe(request)) {
            throw exchange.refuse("control-media-type");
        }
    }

    private void checkToken(Exchange exchange, Request request) {
        String address = request.remoteAddress();
        if (!guesses.allowed(address)) {
            throw exchange.refuse("control-guesses");
        }
        if (!hasToken(request)) {
            guesses.failed(address);
            throw forbidden(exchange, "the token is missing or wrong");
        }
        exchange.request().identified();
    }

    private boolean hasToken(Request request) {
        String header = request.header("Authorization").orElse("");
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && Secrets.same(
                        settings.token(), header.substring(BEARER.length()).strip());
    }

    /** Why a request is refused while no token is configured; empty if it is admitted. */
    private Optional<String> reason(Request request) {
        if (!settings.open()) {
            return Optional.of("no token is configured");
        }
        if (!request.fromLoopback() || ProxyHeaders.in(request)) {
            return Optional.of("this request comes from elsewhere");
        }
        List<String> origins = request.headers("Origin");
        return origins.isEmpty() || origins.equals(List.of("http://" + request.host()))
                ? Optional.empty()
                : Optional.of("a page of another origin asks");
    }

    /** Whether a browser asks the server before a page of another origin may send this content type. */
    private static boolean isSafe(Request request) {
        return request.header("Content-Type")
                .flatMap(MediaType::of)
                .filter(type -> type.is("application/json") || type.isYaml())
                .isPresent();
    }

    private static RuntimeException forbidden(Exchange exchange, String reason) {
        return exchange.refuse("control-forbidden", "reason", reason);
    }
}
