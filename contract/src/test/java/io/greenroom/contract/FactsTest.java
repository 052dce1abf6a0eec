package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the contract with the documented facts of each operation. */
class FactsTest {
    private static final Contract CONTRACT = PackedContract.bundled();

    /** One line of the facts about operations. */
    record Fact(
            String group,
            String operation,
            String method,
            String path,
            List<String> scopes,
            String label,
            List<String> success,
            List<String> parameters) {}

    private static Stream<Fact> operations() {
        return Facts.lines("operations.tsv")
                .map(cells -> new Fact(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        Facts.words(cells.get(4)),
                        cells.get(5),
                        Facts.words(cells.get(6)),
                        Facts.words(cells.get(7))));
    }

    @Test
    void promisesEachOperationAndNoOther() {
        assertThat(operations().map(Fact::operation))
                .containsExactlyInAnyOrderElementsOf(CONTRACT.operations().keySet());
    }

    @Test
    void promisesTheRoutes() {
        assertFaultless(fact -> List.of(
                compared("group", CONTRACT.operation(fact.operation).group(), fact.group),
                compared("route", CONTRACT.operation(fact.operation).route(), new Route(fact.method, fact.path))));
    }

    @Test
    void asksForTheScopes() {
        assertFaultless(fact -> List.of(
                compared("scopes", sorted(CONTRACT.operation(fact.operation).scopes()), sorted(fact.scopes))));
    }

    @Test
    void hasTheLabels() {
        assertFaultless(fact -> List.of(compared(
                "label",
                CONTRACT.operation(fact.operation).label(),
                Label.valueOf(fact.label.toUpperCase(Locale.ROOT).replace('-', '_')))));
    }

    @Test
    void succeedsWithTheStatuses() {
        assertFaultless(fact -> List.of(compared(
                "statuses", sorted(CONTRACT.operation(fact.operation).returns().keySet()), sorted(fact.success))));
    }

    @Test
    void takesTheParameters() {
        assertFaultless(fact -> List.of(compared(
                "parameters",
                sorted(Places.parameters(CONTRACT.operation(fact.operation)).stream()
                        .map(Property::name)
                        .toList()),
                sorted(fact.parameters))));
    }

    /** Checks every operation before it fails, so that one run reports all faults. */
    private static void assertFaultless(Function<Fact, List<String>> check) {
        assertThat(operations().flatMap(fact -> check.apply(fact).stream()
                        .filter(fault -> !fault.isEmpty())
                        .map(fault -> fact.operation + ": " + fault)))
                .isEmpty();
    }

    /** The fault, empty if there is none. */
    private static String compared(String what, Object promised, Object documented) {
        return promised.equals(documented) ? "" : what + " " + promised + ", documented " + documented;
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }
}
