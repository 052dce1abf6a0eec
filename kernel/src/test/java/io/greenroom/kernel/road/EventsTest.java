package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Toy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The events that requests and due jobs announce, over HTTP. */
class EventsTest {
    private final Toy toy = Toy.library().start();
    private final Branch branch = toy.branch();

    @AfterEach
    void close() {
        toy.close();
    }

    @Test
    void areWrittenInTheSameUnitAsTheChange() {
        Doc ada = branch.reader("ada");
        assertThat(branch.events()).containsExactly("reader.created");
        Doc event = branch.lastEvent();
        assertThat(event.text("event")).isEqualTo("reader.created");
        assertThat(event.number("event_ts")).isEqualTo(Toy.START.toEpochMilli());
        Doc payload = event.doc("payload");
        assertThat(payload.text("account_id")).isEqualTo(branch.id());
        assertThat(payload.text("operator")).isEqualTo(branch.email("owner"));
        assertThat(payload.text("operator_id")).isEqualTo(branch.ownerId());
        assertThat(payload.doc("object").text("email")).isEqualTo(ada.text("email"));
        assertThat(payload.names()).doesNotContain("old_object", "time_stamp");
    }

    @Test
    void containTheFormerValues() {
        Doc ada = branch.reader("ada");
        branch.ask("PATCH", "/readers/" + ada.id()).json("{\"ward\": \"west\"}").send();
        Doc payload = branch.lastEvent().doc("payload");
        assertThat(payload.doc("object").text("ward")).isEqualTo("west");
        assertThat(payload.doc("old_object").names()).doesNotContain("ward");
        assertThat(payload.number("time_stamp")).isEqualTo(Toy.START.toEpochMilli());
    }

    @Test
    void containNoPrivateFields() {
        branch.reader("ada");
        assertThat(branch.lastEvent().toString()).doesNotContain("notes", "books too long", "password");
    }

    @Test
    void containTheOperator() {
        Doc ada = branch.reader("ada");
        String token = branch.token(CallerKind.USER, ada.id(), "reader:write");
        branch.ask("PATCH", "/readers/me").token(token).json("{}").send();
        assertThat(branch.lastEvent().doc("payload").text("operator")).isEqualTo(branch.email("ada"));
    }

    @Test
    void areNotWrittenWhenTheRequestIsRefusedAfterwards() {
        Doc ada = branch.reader("ada");
        branch.ask("POST", "/readers/" + ada.id() + "/books")
                .json("{\"title\": \"Emma\"}")
                .send();
        assertThat(branch.ask("DELETE", "/readers/" + ada.id()).send().refusal())
                .isEqualTo("400/300 Reader " + ada.id() + " has 1 books out.");
        assertThat(branch.events()).containsExactly("reader.created", "book.borrowed");
        assertThat(branch.ask("GET", "/readers/" + ada.id()).send().status()).isEqualTo(200);
    }

    @Test
    void areNotWrittenWithoutAChange() {
        branch.ask("GET", "/readers").send();
        branch.ask("POST", "/readers").json("{}").send();
        branch.ask("PATCH", "/readers/nobody").json("{}").send();
        assertThat(branch.events()).isEmpty();
    }

    @Test
    void stayInTheirAccount() {
        Branch other = toy.branch();
        branch.reader("ada");
        assertThat(other.events()).isEmpty();
    }

    @Test
    void haveWholeUrlsWhenADueJobAnnouncesThem() {
        assertThat(overdueBook(toy, branch)).isEqualTo(toy.origin() + "/covers/plain");
    }

    @Test
    void haveTheConfiguredUrlWhenADueJobAnnouncesThem() {
        try (Toy configured = Toy.library().publicUrl("https://books.example").start()) {
            assertThat(overdueBook(configured, configured.branch())).isEqualTo("https://books.example/covers/plain");
        }
    }

    /** The cover URL in the event of the due job for an overdue book. */
    private static String overdueBook(Toy library, Branch place) {
        Doc ada = place.reader("ada");
        place.ask("POST", "/readers/" + ada.id() + "/books")
                .json("{\"title\": \"Emma\"}")
                .send();
        library.advance(Duration.ofDays(14));
        library.installation().dueTimes().fireAll();
        assertThat(place.events()).endsWith("book.overdue");
        return place.lastEvent().doc("payload").doc("object").text("cover_url");
    }
}
