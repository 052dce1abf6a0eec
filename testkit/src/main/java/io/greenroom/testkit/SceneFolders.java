package io.greenroom.testkit;

import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.sqlite.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * SQLite in each scene's folder. The migrations run once, for the first scene; each scene starts with a copy of the
 * migrated database, because creating the tables takes longer than most tests.
 */
final class SceneFolders implements SceneStores {
    private static final String DATABASE = "greenroom.db";

    private final Path template = TemporaryFolder.create("greenroom-template");

    @Override
    public Store open(Path folder, StoreSetup setup) {
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(data);
            Files.copy(template(setup), data.resolve(DATABASE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SqliteStore.open(data, setup);
    }

    /** The migrated database. A closed store leaves nothing in its write-ahead log, so the file is complete. */
    private synchronized Path template(StoreSetup setup) {
        Path database = template.resolve(DATABASE);
        if (!Files.exists(database)) {
            SqliteStore.open(template, setup).close();
        }
        return database;
    }

    @Override
    public void close() {
        TemporaryFolder.delete(template);
    }
}
