package io.greenroom.testkit;

import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.road.history.Observer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Records the operations and failures that the tests have covered. {@link LedgerCheck} reads it after all tests.
 * Threads may share it.
 */
final class Ledger implements Observer, AutoCloseable {
    /** Marks a success. */
    static final String SERVED = "served";

    private final Path file;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private Ledger(Path file) {
        this.file = file;
    }

    /** Opens the ledger of this test run, in the module's build folder: one for each store engine. */
    static Ledger open() {
        return new Ledger(Path.of("target", "ledger-" + SceneStores.engine() + ".tsv"));
    }

    @Override
    public void observe(CompletedRequest request) {
        if (request.failures().isEmpty()) {
            seen.add(request.operation() + "\t" + SERVED);
        }
        request.failures().forEach(failure -> seen.add(request.operation() + "\t" + failure));
    }

    @Override
    public void close() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
