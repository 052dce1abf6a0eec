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
 * The build's last word on the tests: each operation that is promised was served, and each of its declared failures was
 * seen. What is not stands in a list of known gaps, with its reason, and the list may not be longer than need be. An
 * operation that was seen to answer {@code not-built} owes nothing else.
 */
public final class LedgerCheck {
    private LedgerCheck() {}

    /**
     * Compares what was seen with what is promised, and writes the tables of operations and facts.
     *
     * @param arguments the ledger, the list of known gaps, the table of operations and that of facts
     * @throws IllegalStateException naming each gap that is not in the list, and each entry of the list that is no gap
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
        OperationsPage.write(contract, seen, known, Path.of(arguments[2]));
        FactsPage.write(contract, RunningServer.groups(), Path.of(arguments[3]));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The ledger does not match the contract:\n  " + String.join("\n  ", faults));
        }
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

    /** Everything that an operation can answer by itself. */
    static Stream<String> expected(Operation operation, Set<String> seen) {
        if (isNotBuilt(operation, seen)) {
            return Stream.empty();
        }
        Stream<Failure> declared = operation.failures().stream().filter(failure -> !failure.everywhere());
        return Stream.concat(Stream.of(Ledger.SERVED), declared.map(Failure::name))
                .distinct();
    }

    /** Whether the tests have seen that nobody has built an operation yet. */
    static boolean isNotBuilt(Operation operation, Set<String> seen) {
        return seen.contains(operation.id() + "\tnot-built");
    }
}
