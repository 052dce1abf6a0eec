package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first client samples, in Go, Python, Tcl, curl and Postman form, and the catalogue page:
 * their requests, with only host, token and ids replaced. Where they send placeholders that the API must refuse, it
 * names each.
 */
@GreenroomTest
class SeedClientsTest {

    static List<Doc> requests() {
        try (InputStream in =
                Objects.requireNonNull(SeedClientsTest.class.getResourceAsStream("/seeds/clients.json"))) {
            return Json.read(Schema.anyObject(), in.readAllBytes()).docs("requests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void servesTheClient(Doc request, Scene scene) {
        Doc ada = SeedWorld.prepare(scene);
        String path = request.text("path")
                .replace(":userId", ada.id())
                .replace(":uniqueId", SeedWorld.UNIQUE_ID)
                .replace(":tspId", "1");
        String query = request.text("query");
        Ask ask = scene.send(request.text("method"), query.isEmpty() ? path : path + "?" + query);
        request.docs("parts").forEach(part -> ask.part(part.text("name"), part.text("value")));
        request.texts("events").forEach(ask::announcing);
        Reply reply = ask.tried();
        assertThat((long) reply.status())
                .as(request.text("client") + " got " + reply.text())
                .isEqualTo(request.number("status"));
        request.texts("fields").forEach(field -> assertThat(Fields.at(reply.json(), field))
                .as(field + " in " + reply.text())
                .isNotEmpty());
        List<String> faulty = request.texts("faults").isEmpty()
                ? List.of()
                : reply.json().docs("errors").stream()
                        .map(fault -> fault.text("field"))
                        .toList();
        assertThat(faulty).containsExactlyInAnyOrderElementsOf(request.texts("faults"));
    }
}
