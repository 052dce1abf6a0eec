package io.greenroom.contract.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Event;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.contract.Toy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages that event declarations are composed to. */
class EventReaderTest {
    private final Contract toy = Toy.contract();

    private List<String> fields(String event) {
        return toy.event(event).payload().properties().stream()
                .map(Property::name)
                .toList();
    }

    private List<String> envelope(String event) {
        return toy.event(event).message().orElseThrow().properties().stream()
                .map(Property::name)
                .toList();
    }

    private Property field(String event, String name) {
        return toy.event(event).payload().property(name).orElseThrow();
    }

    @Test
    void readsCausesAndTheGroup() {
        Event created = toy.event("box.created");

        assertThat(created.origins()).containsExactly(EventOrigin.OPERATION, EventOrigin.CONTROL);
        assertThat(toy.event("box.opened").origins()).containsExactly(EventOrigin.SESSION, EventOrigin.CALL);
        assertThat(created.group()).isEqualTo("Toy");
        assertThat(created.summary()).isEqualTo("A box was created.");
        assertThatThrownBy(() -> toy.event("box.lost")).hasMessage("The contract has no event box.lost");
    }

    @Test
    void composesTheUsualMessage() {
        assertThat(envelope("box.created")).containsExactly("event", "event_ts", "payload");
        assertThat(fields("box.created")).containsExactly("account_id", "operator", "operator_id", "object");
        assertThat(field("box.created", "operator").required()).isTrue();
        assertThat(field("box.created", "operator_id").required()).isFalse();
        assertThat(field("box.created", "object").schema()).isSameAs(toy.schema("BoxEvent"));
        assertThat(toy.event("box.created")
                        .message()
                        .flatMap(message -> message.property("event"))
                        .orElseThrow()
                        .schema()
                        .allowed())
                .isEqualTo(List.of("box.created"));
    }

    @Test
    void leavesOutTheOperatorUnlessDeclared() {
        assertThat(fields("box.opened")).containsExactly("account_id", "object");
        assertThat(field("box.updated", "operator").required()).isFalse();
    }

    @Test
    void addsFormerValuesWithATimeStamp() {
        assertThat(fields("box.updated"))
                .containsExactly(
                        "account_id", "operator", "operator_id", "scope", "object", "old_object", "time_stamp");
        assertThat(field("box.updated", "old_object").schema()).isSameAs(toy.schema("BoxEvent"));
    }

    @Test
    void readsFormerValuesOfAnotherShapeWithoutATimeStamp() {
        assertThat(fields("box.noted")).containsExactly("account_id", "object", "old_object");
        assertThat(field("box.noted", "old_object").schema()).isSameAs(toy.schema("BoxNote"));
    }

    @Test
    void readsFieldsBesideThePayloadAndTheOrderOfTheEnvelope() {
        assertThat(envelope("box.packed")).containsExactly("payload", "event_ts", "event", "download_token");
    }

    @Test
    void readsPayloadsWithoutAnObject() {
        assertThat(envelope("box_uninstalled")).containsExactly("event", "payload");
        assertThat(fields("box_uninstalled")).containsExactly("accountId", "timestamp");
        assertThat(field("box_uninstalled", "timestamp").schema().type()).isEqualTo(Schema.Type.INTEGER);
    }

    @Test
    void readsEventsWithoutAMessageYet() {
        assertThat(toy.event("box.burnt").message()).isEmpty();
        assertThatThrownBy(() -> toy.event("box.burnt").payload())
                .hasMessage("box.burnt has no payload in the contract");
    }
}
