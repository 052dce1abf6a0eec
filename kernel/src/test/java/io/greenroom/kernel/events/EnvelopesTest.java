package io.greenroom.kernel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Schema;
import io.greenroom.contract.read.ContractReader;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvelopesTest {
    private static final Instant NOW = Instant.parse("2021-08-02T10:00:00Z");
    private static final Optional<Envelopes.Operator> ADA =
            Optional.of(new Envelopes.Operator("u1", "ada@example.org"));

    private final Contract contract = ContractReader.folder(Path.of("src/test/resources/toy"));
    private final Doc reader = new Doc(contract.schema("ReaderRecord"))
            .put("id", "r1")
            .put("notes", "owes us a book")
            .put("portrait_url", "/portraits/r1");

    private String message(String event, Optional<Envelopes.Operator> operator, Announcement what) {
        Envelopes.Source source = new Envelopes.Source("a1", operator, NOW, "https://books.example");
        return Envelopes.event(contract.event(event), source, what).body();
    }

    private void violates(String message, String event, Optional<Envelopes.Operator> operator, Announcement what) {
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> message(event, operator, what))
                .withMessage(message);
    }

    private static Doc any() {
        return new Doc(Schema.anyObject());
    }

    @Test
    void cutsTheObjectToItsSchemaAndCompletesUrls() {
        assertThat(message("reader.created", ADA, Announcement.of(reader)))
                .isEqualTo("{\"event\":\"reader.created\",\"event_ts\":1627898400000,\"payload\":{"
                        + "\"account_id\":\"a1\",\"operator\":\"ada@example.org\",\"operator_id\":\"u1\","
                        + "\"object\":{\"id\":\"r1\",\"portrait_url\":\"https://books.example/portraits/r1\"}}}");
    }

    @Test
    void cutsTheFormerValuesTooAndAddsATimeStamp() {
        Doc then = new Doc(reader.schema())
                .put("id", "r1")
                .put("portrait_url", Doc.NULL)
                .put("notes", "none");

        assertThat(message("reader.updated", ADA, Announcement.of(reader).old(then)))
                .endsWith("\"old_object\":{\"id\":\"r1\",\"portrait_url\":null},\"time_stamp\":1627898400000}}");
    }

    @Test
    void putsFurtherFieldsBeforeTheObjectAndLeavesTheOperatorOut() {
        Doc book = any().put("id", "b1").put("title", "Emma").put("shelf", "A");

        assertThat(message("book.overdue", ADA, Announcement.of(book).with("days", 3)))
                .isEqualTo("{\"event\":\"book.overdue\",\"event_ts\":1627898400000,\"payload\":{"
                        + "\"account_id\":\"a1\",\"days\":3,\"object\":{\"title\":\"Emma\",\"id\":\"b1\"}}}");
    }

    @Test
    void putsFieldsBesideThePayload() {
        assertThat(message(
                        "reader.greeted",
                        Optional.empty(),
                        Announcement.of(reader).beside("door", "north")))
                .startsWith("{\"event\":\"reader.greeted\",\"event_ts\":1627898400000,\"door\":\"north\",\"payload\":{"
                        + "\"account_id\":\"a1\",\"object\":");
    }

    @Test
    void makesPayloadsWithoutAnObject() {
        assertThat(message("shelf_emptied", ADA, Announcement.withoutObject().with("shelf", "A")))
                .isEqualTo("{\"payload\":{\"shelf\":\"A\"},\"event\":\"shelf_emptied\"}");
    }

    @Test
    void violatesTheContractWithoutRequiredFields() {
        violates("reader.created.payload.object.id is required", "reader.created", ADA, Announcement.of(any()));
        violates(
                "reader.deleted.payload.operator is required",
                "reader.deleted",
                Optional.empty(),
                Announcement.of(reader));
        violates("reader.updated.payload.old_object is required", "reader.updated", ADA, Announcement.of(reader));
        violates(
                "reader.updated.payload.old_object.id is required",
                "reader.updated",
                ADA,
                Announcement.of(reader).old(any().put("id", Doc.NULL)));
        violates("book.borrowed.payload.object is required", "book.borrowed", ADA, Announcement.withoutObject());
    }

    @Test
    void violatesTheContractWithValuesOfAnotherType() {
        violates(
                "reader.created.payload.object.id must be of type Id, not 7",
                "reader.created",
                ADA,
                Announcement.of(any().put("id", 7)));
        violates(
                "book.overdue.payload.days must be of type integer, not three",
                "book.overdue",
                ADA,
                Announcement.of(any().put("id", "b1").put("title", "Emma")).with("days", "three"));
    }

    @Test
    void violatesTheContractWithUndeclaredFields() {
        violates(
                "book.borrowed has no field colour in the contract",
                "book.borrowed",
                ADA,
                Announcement.of(any().put("id", "b1")).with("colour", "red"));
        violates(
                "reader.created has no field old_object in the contract",
                "reader.created",
                ADA,
                Announcement.of(reader).old(reader));
        violates(
                "reader.created has no field door in the contract",
                "reader.created",
                ADA,
                Announcement.of(reader).beside("door", "north"));
        violates("book.lost has no payload in the contract", "book.lost", ADA, Announcement.of(reader));
    }
}
