package io.greenroom.testkit;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The response to a request, and its events.
 *
 * @param response as received by the client
 * @param events announced by the request, in order
 */
public record Reply(HttpResponse<byte[]> response, List<Heard> events) {

    /**
     * An event.
     *
     * @param name such as {@code user.created}
     * @param envelope the whole message to subscribers
     */
    public record Heard(String name, Doc envelope) {
        public Doc payload() {
            return envelope.doc("payload");
        }

        /** The object of the payload. */
        public Doc object() {
            return payload().doc("object");
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as a document of any schema. */
    public Doc json() {
        return Json.read(Schema.anyObject(), response.body());
    }

    /** A header, empty if it is absent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The only event with a name. */
    public Heard event(String name) {
        List<Heard> found =
                events.stream().filter(event -> event.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError("There are " + found.size() + " events " + name + " among " + events);
        }
        return found.getFirst();
    }
}
