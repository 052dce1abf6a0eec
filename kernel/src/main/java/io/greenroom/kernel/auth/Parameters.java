package io.greenroom.kernel.auth;

import io.greenroom.kernel.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request to the authorization server, from a form and from the query; the form's win. A body that is no form
 * holds none. Immutable.
 */
final class Parameters {
    private static final int BODY_BYTES = 64 * 1024;
    private static final int VALUE_LENGTH = 4096;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> values;
    private final boolean foreignBody;

    private Parameters(Map<String, String> values, boolean foreignBody) {
        this.values = values;
        this.foreignBody = foreignBody;
    }

    /**
     * Reads a request's body and query.
     *
     * @throws OAuthFailure when they are too long or not well-formed
     */
    static Parameters of(Request request) {
        Map<String, String> values = new HashMap<>();
        String media = request.header("Content-Type").orElse(FORM).toLowerCase(Locale.ROOT);
        byte[] body = request.method().equals("POST") ? body(request) : new byte[0];
        boolean form = media.startsWith(FORM);
        if (form) {
            read(new String(body, StandardCharsets.UTF_8), values);
        }
        read(request.rawQuery(), values);
        return new Parameters(values, !form && body.length > 0);
    }

    /** No parameters, for requests that speak JSON. */
    static Parameters none() {
        return new Parameters(Map.of(), false);
    }

    /** A body of at most {@value #BODY_BYTES} bytes. */
    static byte[] body(Request request) {
        try {
            byte[] body = request.body().readNBytes(BODY_BYTES + 1);
            if (body.length > BODY_BYTES) {
                throw OAuthFailure.invalidRequest("The request body is too large");
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String encoded, Map<String, String> values) {
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (value.length() > VALUE_LENGTH) {
                throw OAuthFailure.invalidRequest("A parameter is too long");
            }
            values.putIfAbsent(decoded(equals < 0 ? pair : pair.substring(0, equals)), value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OAuthFailure.invalidRequest("The parameters are not well-formed");
        }
    }

    /** A value; an empty one is none. */
    Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return first(name).orElseThrow(() -> OAuthFailure.missing(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether there was a body in another form, such as JSON, which was passed over. */
    boolean foreignBody() {
        return foreignBody;
    }
}
