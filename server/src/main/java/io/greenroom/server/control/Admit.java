package io.greenroom.server.control;

import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Step;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Admits requests with the control token and, if the settings allow it, requests from programs on this machine without
 * it. Web pages of other origins in a browser on this machine are refused: they are recognised by their {@code Origin},
 * or, after DNS rebinding, by their {@code Host}.
 */
final class Admit implements Step {
    private static final String BEARER = "bearer ";
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final ControlSettings settings;

    Admit(ControlSettings settings) {
        this.settings = settings;
    }

    @Override
    public void take(Exchange exchange) {
        Optional<String> reason = hasToken(exchange.request()) ? Optional.empty() : reason(exchange.request());
        if (reason.isPresent()) {
            throw exchange.refuse("control-forbidden", "reason", reason.get());
        }
    }

    private boolean hasToken(Request request) {
        String header = request.header("Authorization").orElse("");
        return !settings.token().isEmpty()
                && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && Secrets.same(
                        settings.token(), header.substring(BEARER.length()).strip());
    }

    /** Why a request without the token is refused; empty if it is admitted. */
    private Optional<String> reason(Request request) {
        if (!settings.openToLoopback()) {
            return Optional.of("the token is missing or wrong");
        }
        if (!request.fromLoopback()
                || FORWARDED.stream().anyMatch(name -> request.header(name).isPresent())) {
            return Optional.of("this request comes from elsewhere");
        }
        if (!isOurs(hostOf(request.host()))) {
            return Optional.of("the Host is not this machine's");
        }
        return request.header("Origin")
                .filter(origin -> !isOurs(hostOfOrigin(origin)))
                .map(origin -> "a page of another origin asks");
    }

    private boolean isOurs(String host) {
        return LOOPBACK.contains(host) || settings.hosts().contains(host);
    }

    /** The host name without its port. */
    private static String hostOf(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        return lower.replaceFirst(":[0-9]*$", "");
    }

    private static String hostOfOrigin(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
