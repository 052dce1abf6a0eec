package io.greenroom.testkit;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Group;
import io.greenroom.contract.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the documentation page with the test coverage of every group and operation. */
final class OperationsPage {
    private final Contract contract;
    private final Set<String> seen;
    private final StringBuilder text = new StringBuilder();

    private OperationsPage(Contract contract, Set<String> seen) {
        this.contract = contract;
        this.seen = seen;
    }

    static String text(Contract contract, Set<String> seen, KnownGaps known) {
        OperationsPage page = new OperationsPage(contract, seen);
        page.head();
        contract.groups().forEach(page::group);
        page.gaps(known);
        return page.text.toString();
    }

    private void head() {
        text.append(
                """
                # Operations

                Written by `mvn verify` from the contract and from what the tests have seen. Failures counts those \
                that an
                operation declares and that a test has provoked; events are what it may announce.

                | group | operations | built | failures |
                | --- | --- | --- | --- |
                """);
        contract.groups()
                .forEach(group ->
                        row("[%s](#%s)".formatted(group.title(), anchor(group)), contract.operationsOf(group)));
        row("all", List.copyOf(contract.operations().values()));
    }

    /** The anchor that GitHub generates for the heading of a group. */
    private String anchor(Group group) {
        return heading(group)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private String heading(Group group) {
        return "%s (%d)".formatted(group.title(), contract.operationsOf(group).size());
    }

    private void row(String name, List<Operation> operations) {
        List<Operation> built = operations.stream()
                .filter(operation -> !LedgerCheck.isNotBuilt(operation, seen))
                .toList();
        text.append("| %s | %d | %d | %s |\n".formatted(name, operations.size(), built.size(), failures(built)));
    }

    private void group(Group group) {
        text.append("\n## %s\n\n%s\n\n".formatted(heading(group), group.summary()))
                .append("| operation | route | state | failures | events |\n| --- | --- | --- | --- | --- |\n");
        contract.operationsOf(group)
                .forEach(operation -> text.append("| `%s` | `%s` | %s | %s | %s |\n"
                        .formatted(
                                operation.id(),
                                operation.route(),
                                state(operation),
                                failures(List.of(operation)),
                                String.join(", ", operation.events()))));
    }

    private String state(Operation operation) {
        if (LedgerCheck.isNotBuilt(operation, seen)) {
            return "not yet";
        }
        return seen.contains(operation.id() + "\t" + Ledger.SERVED) ? "served" : "not seen";
    }

    /**
     * How many of the failures of these operations are covered, {@code 3 of 4}, without operations that are not built.
     */
    private String failures(List<Operation> operations) {
        List<String> expected = operations.stream()
                .flatMap(operation -> LedgerCheck.expected(operation, seen).map(what -> operation.id() + "\t" + what))
                .filter(line -> !line.endsWith("\t" + Ledger.SERVED))
                .toList();
        long provoked = expected.stream().filter(seen::contains).count();
        return expected.isEmpty() ? "" : provoked + " of " + expected.size();
    }

    private void gaps(KnownGaps known) {
        if (!known.reasons().isEmpty()) {
            text.append("\n## Known gaps\n\n| operation | not seen | why |\n| --- | --- | --- |\n");
            known.reasons().forEach((name, reason) -> text.append("| `")
                    .append(name.replace("\t", "` | `"))
                    .append("` | ")
                    .append(reason)
                    .append(" |\n"));
        }
    }
}
