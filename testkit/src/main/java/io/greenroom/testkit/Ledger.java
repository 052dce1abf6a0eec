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
 * Writes down which operations and failures the tests have seen. {@link LedgerCheck} reads it when all tests have run.
 * Threads may share it.
 */
final class Ledger implements Observer, AutoCloseable {
    /** What stands for a success. */
    static final String SERVED = "served";

    private final Path file;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private Ledger(Path file) {
        this.file = file;
    }

    /** The ledger of this run of tests, in the module's build folder: one for each engine of stores. */
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
