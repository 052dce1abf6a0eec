package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract against what is documented of each operation. */
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
            List<String> parameters) {

        @Override
        public String toString() {
            return operation;
        }
    }

    static Stream<Fact> operations() {
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

    @ParameterizedTest
    @MethodSource("operations")
    void promisesTheRoute(Fact fact) {
        Operation operation = CONTRACT.operation(fact.operation);

        assertThat(operation.group()).isEqualTo(fact.group);
        assertThat(operation.route()).isEqualTo(new Route(fact.method, fact.path));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void asksForTheScopes(Fact fact) {
        assertThat(CONTRACT.operation(fact.operation).scopes()).containsExactlyInAnyOrderElementsOf(fact.scopes);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasTheLabel(Fact fact) {
        assertThat(CONTRACT.operation(fact.operation).label())
                .isEqualTo(Label.valueOf(fact.label.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void succeedsWithTheStatus(Fact fact) {
        assertThat(CONTRACT.operation(fact.operation).returns().keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrderElementsOf(fact.success);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesTheParameters(Fact fact) {
        assertThat(Places.parameters(CONTRACT.operation(fact.operation)))
                .extracting(Property::name)
                .containsExactlyInAnyOrderElementsOf(fact.parameters);
    }
}
