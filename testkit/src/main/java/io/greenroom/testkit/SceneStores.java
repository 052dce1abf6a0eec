package io.greenroom.testkit;

import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.sqlite.SqliteStore;
import java.nio.file.Path;

/** Where the scenes of a run of tests keep their state. The property {@code greenroom.test.store} chooses. */
interface SceneStores extends AutoCloseable {

    /**
     * An empty store.
     *
     * @param folder goes with the scene
     */
    Store open(Path folder, StoreSetup setup);

    @Override
    void close();

    static String engine() {
        return System.getProperty("greenroom.test.store", "sqlite");
    }

    static SceneStores chosen() {
        return switch (engine()) {
            case "sqlite" -> new InFolders();
            case "postgres" -> ScenePostgres.start();
            default ->
                throw new IllegalArgumentException("greenroom.test.store is sqlite or postgres, not " + engine());
        };
    }

    /** SQLite in each scene's folder. */
    record InFolders() implements SceneStores {
        @Override
        public Store open(Path folder, StoreSetup setup) {
            return SqliteStore.open(folder.resolve("data"), setup);
        }

        @Override
        public void close() {
            // The folders go with the scenes.
        }
    }
}
