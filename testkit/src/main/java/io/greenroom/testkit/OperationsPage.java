package io.greenroom.testkit;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Group;
import io.greenroom.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes the page of documentation that says, of every operation, what the tests have seen. */
final class OperationsPage {
    private OperationsPage() {}

    static void write(Contract contract, Set<String> seen, KnownGaps known, Path page) throws IOException {
        StringBuilder text = new StringBuilder(
                """
                # Operations

                Written by `mvn verify` from the contract and from what the tests have seen. Failures counts those \
                that an
                operation declares and that a test has provoked; events are what it may announce.
                """);
        for (Group group : contract.groups()) {
            appendGroup(text, contract, group, seen);
        }
        if (!known.reasons().isEmpty()) {
            text.append("\n## Known gaps\n\n| operation | not seen | why |\n| --- | --- | --- |\n");
            known.reasons().forEach((name, reason) -> text.append("| `")
                    .append(name.replace("\t", "` | `"))
                    .append("` | ")
                    .append(reason)
                    .append(" |\n"));
        }
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, text);
    }

    private static void appendGroup(StringBuilder text, Contract contract, Group group, Set<String> seen) {
        List<Operation> operations = contract.operationsOf(group);
        text.append("\n## %s (%d)\n\n%s\n\n".formatted(group.title(), operations.size(), group.summary()))
                .append("| operation | route | served | failures | events |\n| --- | --- | --- | --- | --- |\n");
        operations.forEach(operation -> text.append(row(operation, seen)));
    }

    private static String row(Operation operation, Set<String> seen) {
        if (LedgerCheck.isNotBuilt(operation, seen)) {
            return "| `%s` | `%s` | not yet | | |\n".formatted(operation.id(), operation.route());
        }
        List<String> expected = LedgerCheck.expected(operation, seen).toList();
        long failuresSeen = expected.stream()
                .filter(what -> !what.equals(Ledger.SERVED) && seen.contains(operation.id() + "\t" + what))
                .count();
        return "| `%s` | `%s` | %s | %d of %d | %s |\n"
                .formatted(
                        operation.id(),
                        operation.route(),
                        seen.contains(operation.id() + "\t" + Ledger.SERVED) ? "yes" : "no",
                        failuresSeen,
                        expected.size() - 1,
                        String.join(", ", operation.events()));
    }
}
