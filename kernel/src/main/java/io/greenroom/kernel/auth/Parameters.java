package io.greenroom.kernel.auth;

import io.greenroom.kernel.http.QueryString;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.body.BodyFault;
import io.greenroom.kernel.http.body.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The parameters of a request to the authorization server, from form body and query; the form takes precedence. A body
 * of another type has none. Immutable.
 */
public final class Parameters {
    private static final int BODY_BYTES = 16 * 1024;
    private static final int VALUE_LENGTH = 4096;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final QueryString NONE = QueryString.parse("").orElseThrow();

    private final QueryString form;
    private final QueryString query;
    private final boolean foreignBody;

    private Parameters(QueryString form, QueryString query, boolean foreignBody) {
        this.form = form;
        this.query = query;
        this.foreignBody = foreignBody;
    }

    /**
     * Reads the parameters of a request.
     *
     * @throws OAuthFailure when they are too long or malformed
     */
    public static Parameters of(Request request) {
        QueryString query = parsed(request.rawQuery());
        byte[] body = request.method().equals("POST") ? body(request) : new byte[0];
        String media = request.header("Content-Type").orElse(FORM).toLowerCase(Locale.ROOT);
        return media.startsWith(FORM)
                ? new Parameters(parsed(new String(body, StandardCharsets.ISO_8859_1)), query, false)
                : new Parameters(NONE, query, body.length > 0);
    }

    /** No parameters, for requests with a JSON body. */
    public static Parameters none() {
        return new Parameters(NONE, NONE, false);
    }

    /** Reads a body of at most 16 KB, since callers are mostly not known before it is read. */
    public static byte[] body(Request request) {
        try {
            return RequestBody.bytes(request, BODY_BYTES);
        } catch (BodyFault e) {
            if (e.reason() == BodyFault.Reason.NO_MEMORY) {
                throw OAuthFailure.unavailable();
            }
            throw OAuthFailure.invalidRequest("The request body is too large");
        } catch (IOException e) {
            throw OAuthFailure.invalidRequest("The request body did not arrive whole");
        }
    }

    private static QueryString parsed(String encoded) {
        QueryString parameters = QueryString.parse(encoded)
                .orElseThrow(() -> OAuthFailure.invalidRequest("The parameters are not well-formed"));
        for (String name : parameters.names()) {
            if (parameters.first(name).orElse("").length() > VALUE_LENGTH) {
                throw OAuthFailure.invalidRequest("A parameter is too long");
            }
        }
        return parameters;
    }

    /**
     * Returns a parameter's value; an empty value counts as absent.
     *
     * @throws OAuthFailure when the form or the query repeats the parameter (RFC 6749, 3.1)
     */
    public Optional<String> first(String name) {
        if (form.all(name).size() > 1 || query.all(name).size() > 1) {
            throw OAuthFailure.invalidRequest("Repeated parameter " + name);
        }
        return form.first(name).or(() -> query.first(name)).filter(value -> !value.isEmpty());
    }

    public String required(String name) {
        return first(name).orElseThrow(() -> OAuthFailure.missing(name));
    }

    public boolean has(String name) {
        return form.first(name).isPresent() || query.first(name).isPresent();
    }

    /** Whether the query has a parameter, which secrets must not be part of: logs and browsers keep it. */
    public boolean inQuery(String name) {
        return query.first(name).isPresent();
    }

    /** Whether the request had a body of another type, such as JSON, which was ignored. */
    public boolean foreignBody() {
        return foreignBody;
    }
}
