package io.greenroom.kernel.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Schema;
import io.greenroom.contract.read.ContractReader;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.OutboxEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvelopesTest {
    private static final Instant NOW = Instant.parse("2021-08-02T10:00:00Z");

    private final Contract contract = ContractReader.folder(Path.of("src/test/resources/toy"));
    private final Doc reader = new Doc(contract.schema("ReaderRecord"))
            .put("id", "r1")
            .put("notes", "owes us a book")
            .put("portrait_url", "/portraits/r1");

    private static Doc payload(Optional<Envelopes.Operator> operator, Announcement what) {
        OutboxEvent event = Envelopes.event("a1", operator, NOW, "reader.updated", what, "https://books.example");
        return Json.read(Schema.anyObject(), event.body()).doc("payload");
    }

    @Test
    void tellsNothingPrivateAndWholeUrls() {
        Doc object = payload(Optional.empty(), Announcement.of(reader)).doc("object");

        assertThat(object.names()).containsExactlyInAnyOrder("id", "portrait_url");
        assertThat(object.text("portrait_url")).isEqualTo("https://books.example/portraits/r1");
    }

    @Test
    void tellsWhoMadeAChangeWhenAndWhatWasBefore() {
        Doc payload = payload(
                Optional.of(new Envelopes.Operator("u1", Optional.of("ada@example.org"))),
                Announcement.of(reader)
                        .old(new Doc(reader.schema()).put("portrait_url", Doc.NULL))
                        .with("reason", "none"));

        assertThat(payload.text("account_id")).isEqualTo("a1");
        assertThat(payload.text("operator")).isEqualTo("ada@example.org");
        assertThat(payload.text("operator_id")).isEqualTo("u1");
        assertThat(payload.text("reason")).isEqualTo("none");
        assertThat(payload.doc("old_object").isNull("portrait_url")).isTrue();
        assertThat(payload.number("time_stamp")).isEqualTo(NOW.toEpochMilli());
    }
}
