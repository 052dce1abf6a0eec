package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each event of the groups is announced by some operation, or comes from something that is no operation. */
class DocumentedEventsTest {
    private final Contract contract = ContractReader.bundled();
    private final Set<String> announced = contract.operations().values().stream()
            .flatMap(operation -> operation.events().stream())
            .collect(Collectors.toSet());

    @Test
    void announcesWhatIsDocumentedButForWhatNoOperationDoes() {
        Set<String> silent =
                documented().filter(event -> !announced.contains(event)).collect(Collectors.toSet());
        Set<String> known = Facts.lines("silent-events.tsv")
                .map(cells -> cells.get(0))
                .filter(event -> documented().anyMatch(event::equals))
                .collect(Collectors.toSet());

        assertThat(silent).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void announcesNothingThatIsNotDocumented() {
        assertThat(Facts.lines("events.tsv").map(cells -> cells.get(0))).containsAll(announced);
    }

    @Test
    void tellsOfEachSilentEventWhatAnnouncesIt() {
        assertThat(Facts.lines("silent-events.tsv"))
                .allSatisfy(cells -> assertThat(cells.get(1)).hasSizeGreaterThan(10));
    }

    /** The events about groups that are promised; those about none come from elsewhere. */
    private Stream<String> documented() {
        Set<String> groups = contract.groups().stream().map(Group::title).collect(Collectors.toSet());
        return Facts.lines("events.tsv")
                .filter(cells -> cells.get(1).isEmpty() || groups.contains(cells.get(1)))
                .map(cells -> cells.get(0));
    }
}
