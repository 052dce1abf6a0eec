package io.greenroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.greenroom.contract.pack.PackedContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger check, on a contract without built operations. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class LedgerCheckTest {
    private static final List<String> SEEN = PackedContract.bundled().operations().keySet().stream()
            .map(operation -> operation + "\tnot-built")
            .toList();

    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void write() throws IOException {
        page = folder.resolve("operations.md");
        Files.createFile(folder.resolve("known-gaps.tsv"));
        Files.write(folder.resolve("ledger.tsv"), SEEN);
    }

    private void check() throws IOException {
        LedgerCheck.main(Stream.of("ledger.tsv", "known-gaps.tsv", "operations.md", "facts.md")
                .map(file -> folder.resolve(file).toString())
                .toArray(String[]::new));
    }

    @Test
    void writesStalePagesAnewAndFailsOnce() throws IOException {
        Files.writeString(page, "# Operations\n");
        assertThatIllegalStateException()
                .isThrownBy(this::check)
                .withMessageContaining("operations.md")
                .withMessageContaining("out of date");
        assertThat(page).content().contains("| all | " + SEEN.size() + " | 0 |  |");
        check();
    }

    @Test
    void namesGapsAndLeavesThePage() throws IOException {
        Files.write(folder.resolve("ledger.tsv"), SEEN.subList(200, SEEN.size()));
        assertThatIllegalStateException()
                .isThrownBy(this::check)
                .withMessageContaining("no test has seen " + SEEN.getFirst().replace("\tnot-built", " served"))
                .satisfies(fault -> assertThat(fault).message().doesNotContain(SEEN.getLast()));
        assertThat(page).doesNotExist();
    }
}
