package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract declares each documented event with its causes, and the message of each that is announced. */
class DocumentedEventsTest {
    private final Contract contract = PackedContract.bundled();

    @Test
    void declaresEachDocumentedEventAndNoOther() {
        List<String> documented =
                Facts.lines("events.tsv").map(cells -> cells.get(0)).toList();

        assertThat(documented).hasSize(139);
        assertThat(contract.events().keySet()).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void namesOperationsAsTheCauseOfEachEventThatOneAnnouncesAndOfNoOther() {
        Set<String> announced = contract.operations().values().stream()
                .flatMap(operation -> operation.events().stream())
                .collect(Collectors.toSet());

        assertThat(contract.events().values().stream()
                        .filter(event -> event.origins().contains(EventOrigin.OPERATION))
                        .map(Event::name))
                .containsExactlyInAnyOrderElementsOf(announced);
    }

    /** An event without a message cannot be announced; the list may only shrink. */
    @Test
    void describesTheMessageOfEachEventThatIsNotListed() {
        List<String> listed = Facts.lines("events-without-message.tsv")
                .map(cells -> cells.get(0))
                .toList();

        assertThat(listed).hasSizeLessThanOrEqualTo(77);
        assertThat(contract.events().values().stream()
                        .filter(event -> event.message().isEmpty())
                        .map(Event::name))
                .containsExactlyInAnyOrderElementsOf(listed);
    }
}
