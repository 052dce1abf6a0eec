package io.greenroom.testkit;

import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
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
            case "sqlite" -> new SceneFolders();
            case "postgres" -> ScenePostgres.start();
            default ->
                throw new IllegalArgumentException("greenroom.test.store is sqlite or postgres, not " + engine());
        };
    }
}
