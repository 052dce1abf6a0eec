package io.greenroom.kernel.store;

import io.greenroom.kernel.store.sqlite.SqliteStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The suite on SQLite. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class SqliteStoreTest extends StoreSuite {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return SqliteStore.open(folder, SETUP);
    }
}
