package io.greenroom.kernel.pages;

import io.greenroom.kernel.PlaceScope;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.QueryString;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.RequestPath;
import io.greenroom.kernel.http.body.BodyFault;
import io.greenroom.kernel.http.body.RequestBody;
import io.greenroom.kernel.store.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages below one first segment of a path. Filled at start by one thread, then only read. */
public final class PagePlace implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(PagePlace.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HEADING = "This does not work";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private final PlaceScope scope;
    private final PageLayout layout = new PageLayout();
    private final List<Route> routes = new ArrayList<>();

    /**
     * A page.
     *
     * @param parts the segments below the place; {@code {name}} stands for any one segment
     * @param takesForms whether it answers POST
     */
    private record Route(List<String> parts, boolean takesForms, Function<Visit, Answer> page) {
        /** The values of its names in a path; empty if the path is not of this form. */
        Optional<Map<String, String>> values(List<String> segments) {
            if (segments.size() != parts.size() + 1) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                String segment = segments.get(i + 1);
                if (part.startsWith("{")) {
                    values.put(part.substring(1, part.length() - 1), segment);
                } else if (!part.equals(segment)) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }
    }

    public PagePlace(PlaceScope scope) {
        this.scope = scope;
    }

    /**
     * Adds a page that answers GET.
     *
     * @param path below the place, such as {@code register/{key}}
     * @param page may throw a {@link Refusal}, which becomes a page with its message
     */
    public PagePlace page(String path, Function<Visit, Answer> page) {
        routes.add(new Route(List.of(path.split("/")), false, page));
        return this;
    }

    /** Adds a page that answers GET, and the POST of its form. */
    public PagePlace form(String path, Function<Visit, Answer> page) {
        routes.add(new Route(List.of(path.split("/")), true, page));
        return this;
    }

    @Override
    public Answer handle(Request request) {
        return answer(request).header("Cache-Control", "no-store");
    }

    private Answer answer(Request request) {
        List<String> segments = RequestPath.segments(request.rawPath()).orElse(List.of());
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.values(segments);
            if (values.isPresent()) {
                return answer(route, request, values.get());
            }
        }
        return layout.message(NOT_FOUND, "Page not found", "There is no such page.");
    }

    private Answer answer(Route route, Request request, Map<String, String> path) {
        boolean posted = request.method().equals("POST");
        if (!(posted ? route.takesForms() : request.method().equals("GET"))) {
            return layout.message(METHOD_NOT_ALLOWED, HEADING, "The page cannot be requested with this method.")
                    .header("Allow", route.takesForms() ? "GET, HEAD, POST" : "GET, HEAD");
        }
        try {
            Optional<QueryString> query = QueryString.parse(request.rawQuery());
            Optional<QueryString> form = posted ? form(request) : QueryString.parse("");
            return query.isPresent() && form.isPresent()
                    ? route.page().apply(new Visit(scope, request, path, query.get(), form.get()))
                    : layout.message(BAD_REQUEST, HEADING, "The request is not well-formed.");
        } catch (Refusal refusal) {
            return layout.message(refusal.failure().status(), HEADING, refusal.message());
        } catch (BodyFault fault) {
            return fault.reason() == BodyFault.Reason.NO_MEMORY
                    ? unavailable()
                    : layout.message(TOO_LARGE, HEADING, "The form is too large.");
        } catch (IOException e) {
            return layout.message(BAD_REQUEST, HEADING, "The form did not arrive whole.");
        } catch (StoreUnavailable e) {
            LOG.error("{}: {}", request.rawPath(), e.getMessage());
            return unavailable();
        }
    }

    private Answer unavailable() {
        return layout.message(UNAVAILABLE, HEADING, "The server is busy. Try again in a moment.");
    }

    /** The fields of a form; empty if they are malformed or the body is no form. */
    private static Optional<QueryString> form(Request request) throws BodyFault, IOException {
        String media = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        byte[] body = RequestBody.bytes(request, MOST_BYTES);
        return media.startsWith(FORM)
                ? QueryString.parse(new String(body, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }
}
