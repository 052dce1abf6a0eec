package io.greenroom.testkit;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Operation;
import io.greenroom.contract.pack.PackedContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The coverage check after the tests: each operation of the contract must have succeeded, and each of its declared
 * failures must have occurred. Exceptions are in a list of known gaps, with reasons; entries that are no longer gaps
 * fail the check. An operation that answered {@code not-built} needs nothing else.
 */
public final class LedgerCheck {
    private LedgerCheck() {}

    /**
     * Compares the ledger with the contract, then rewrites the pages of operations and facts if they are outdated.
     *
     * @param arguments the ledger, the list of known gaps, the page of operations and that of facts
     * @throws IllegalStateException naming each gap that is not in the list, and each entry of the list that is no gap;
     *     or each page that was outdated
     */
    public static void main(String[] arguments) throws IOException {
        Contract contract = PackedContract.bundled();
        Set<String> seen = new TreeSet<>(Files.readAllLines(Path.of(arguments[0])));
        KnownGaps known = KnownGaps.read(Path.of(arguments[1]));
        List<String> faults = new ArrayList<>();
        Set<String> gaps = gaps(contract.operations().values(), seen);
        gaps.stream()
                .filter(gap -> !known.covers(gap))
                .forEach(gap -> faults.add("no test has seen " + gap.replace('\t', ' ')));
        known.names().stream()
                .filter(name -> gaps.stream().noneMatch(gap -> KnownGaps.matches(name, gap)))
                .forEach(name -> faults.add("is no gap any more: " + name.replace('\t', ' ')));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The ledger does not match the contract:\n  " + String.join("\n  ", faults));
        }
        boolean operationsStale = update(Path.of(arguments[2]), OperationsPage.text(contract, seen, known));
        boolean factsStale = update(Path.of(arguments[3]), FactsPage.text(contract, RunningServer.groups()));
        if (operationsStale || factsStale) {
            throw new IllegalStateException(
                    "docs/operations.md or docs/facts.md was out of date. Both are written anew:"
                            + " check the difference and commit it.");
        }
    }

    /** Writes a page if it differs, and returns whether it did. */
    private static boolean update(Path page, String text) throws IOException {
        if (Files.exists(page) && Files.readString(page).equals(text)) {
            return false;
        }
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, text);
        return true;
    }

    private static Set<String> gaps(Collection<Operation> operations, Set<String> seen) {
        Set<String> gaps = new TreeSet<>();
        for (Operation operation : operations) {
            expected(operation, seen)
                    .map(what -> operation.id() + "\t" + what)
                    .filter(line -> !seen.contains(line))
                    .forEach(gaps::add);
        }
        return gaps;
    }

    /** The success and all failures that are specific to an operation. */
    static Stream<String> expected(Operation operation, Set<String> seen) {
        if (isNotBuilt(operation, seen)) {
            return Stream.empty();
        }
        Stream<Failure> declared = operation.failures().stream().filter(failure -> !failure.everywhere());
        return Stream.concat(Stream.of(Ledger.SERVED), declared.map(Failure::name))
                .distinct();
    }

    /** Whether the tests have seen that an operation is not built. */
    static boolean isNotBuilt(Operation operation, Set<String> seen) {
        return seen.contains(operation.id() + "\tnot-built");
    }
}
