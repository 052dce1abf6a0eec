package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract against what is documented of each operation. */
class FactsTest {
    private static final Contract CONTRACT = ContractReader.bundled();

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

    /** So many messages of one status and code that an operation documents. */
    record Refusals(String operation, int status, int code, int messages) {}

    static Stream<Fact> operations() {
        return lines("operations.tsv")
                .map(cells -> new Fact(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        words(cells.get(4)),
                        cells.get(5),
                        words(cells.get(6)),
                        words(cells.get(7))))
                .filter(fact -> CONTRACT.operations().containsKey(fact.operation));
    }

    static Stream<Refusals> failures() {
        return lines("failures.tsv")
                .filter(cells -> CONTRACT.operations().containsKey(cells.get(0)))
                .flatMap(cells -> words(cells.get(1)).stream().map(word -> refusals(cells.get(0), word)));
    }

    /** {@code 400/300x2} or {@code 404/1001}. */
    private static Refusals refusals(String operation, String word) {
        List<Integer> numbers =
                Arrays.stream(word.split("[/x]")).map(Integer::valueOf).toList();
        return new Refusals(operation, numbers.get(0), numbers.get(1), numbers.size() == 3 ? numbers.get(2) : 1);
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

    @ParameterizedTest
    @MethodSource("failures")
    void declaresTheDocumentedFailures(Refusals refusals) {
        Operation operation = CONTRACT.operation(refusals.operation);

        assertThat(operation.failures().stream()
                        .filter(failure -> failure.status() == refusals.status && failure.code() == refusals.code)
                        .map(Failure::message)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(refusals.messages);
    }

    /** The cells of each line below the head. */
    private static Stream<List<String>> lines(String file) {
        try (InputStream in = Objects.requireNonNull(FactsTest.class.getResourceAsStream("/facts/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }
}
