package io.greenroom.kernel.oauth;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.http.QueryString;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer of the authorization server. */
record Reply(int status, HttpHeaders headers, String body) {
    private static final Pattern SEAL = Pattern.compile("name=\"form\" value=\"([^\"]*)\"");

    Doc json() {
        try {
            return Json.readRequest(body.getBytes(StandardCharsets.UTF_8));
        } catch (Json.Malformed e) {
            throw new AssertionError("No JSON: " + body, e);
        }
    }

    String text(String field) {
        return json().text(field);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** A parameter of the address that the browser is sent to, decoded. */
    String redirected(String parameter) {
        URI location = URI.create(header("Location"));
        return QueryString.parse(location.getRawQuery())
                .flatMap(query -> query.first(parameter))
                .orElse("");
    }

    /** The seal of the consent form on this page. */
    String seal() {
        Matcher found = SEAL.matcher(body);
        if (!found.find()) {
            throw new AssertionError("No consent form: " + body);
        }
        return found.group(1);
    }
}
