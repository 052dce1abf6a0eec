package io.greenroom.server.faults;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.faults.PathPattern;
import io.greenroom.kernel.road.history.CompletedRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether requests are like one of a verification's calls.
 *
 * @param call a document of the schema {@code VerificationCall}
 */
record RequestCheck(Doc call, Optional<PathPattern> path) {

    static RequestCheck of(Doc call) {
        return new RequestCheck(call, call.optionalText("path").map(PathPattern::of));
    }

    boolean fits(CompletedRequest request) {
        return is("operation", request.operation())
                && is("method", request.method())
                && path.map(pattern -> pattern.matches(request.path())).orElse(true)
                && call.number("status", request.status()) == request.status()
                && call.optionalDoc("body")
                        .map(body ->
                                body(request).filter(sent -> has(sent, body)).isPresent())
                        .orElse(true);
    }

    private boolean is(String field, String value) {
        return call.optionalText(field).map(value::equals).orElse(true);
    }

    private static Optional<Doc> body(CompletedRequest request) {
        byte[] bytes = new byte[request.body().remaining()];
        request.body().duplicate().get(bytes);
        try {
            return bytes.length == 0 ? Optional.empty() : Optional.of(Json.readRequest(bytes));
        } catch (Json.Malformed notJson) {
            return Optional.empty();
        }
    }

    /** Whether a value has all fields of another one. */
    private static boolean has(@Nullable Object sent, @Nullable Object wanted) {
        if (sent instanceof Doc document && wanted instanceof Doc fields) {
            return fields.names().stream()
                    .allMatch(name -> document.has(name) && has(document.get(name), fields.get(name)));
        }
        return Objects.equals(sent, wanted) || equalNumbers(sent, wanted);
    }

    private static boolean equalNumbers(@Nullable Object sent, @Nullable Object wanted) {
        return sent instanceof Number one
                && wanted instanceof Number other
                && Double.compare(one.doubleValue(), other.doubleValue()) == 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String name : call.names()) {
            if (!name.equals("at_least") && !name.equals("at_most")) {
                text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(call.get(name));
            }
        }
        return text.isEmpty() ? "any request" : text.toString();
    }

    long least() {
        return call.number("at_least", call.has("at_most") ? 0 : 1);
    }

    long most() {
        return call.number("at_most", Long.MAX_VALUE);
    }
}
