package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each event of the groups is announced by some operation, or comes from something that is no operation. */
class DocumentedEventsTest {
    private final Contract contract = PackedContract.bundled();
    private final Set<String> announced = contract.operations().values().stream()
            .flatMap(operation -> operation.events().stream())
            .collect(Collectors.toSet());

    @Test
    void announcesWhatIsDocumentedButForWhatNoOperationDoes() {
        assertThat(documented().filter(event -> !announced.contains(event)))
                .containsExactlyInAnyOrderElementsOf(Facts.lines("silent-events.tsv")
                        .map(cells -> cells.get(0))
                        .toList());
    }

    @Test
    void announcesNothingThatIsNotDocumented() {
        assertThat(documented()).containsAll(announced);
    }

    @Test
    void tellsOfEachSilentEventWhatAnnouncesIt() {
        assertThat(Facts.lines("silent-events.tsv"))
                .allSatisfy(cells -> assertThat(cells.get(1)).hasSizeGreaterThan(10));
    }

    private static Stream<String> documented() {
        return Facts.lines("events.tsv").map(cells -> cells.get(0));
    }
}
