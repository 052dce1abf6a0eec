package io.greenroom.testkit;

import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import java.nio.file.Path;

/** The stores of the scenes in a test run. The property {@code greenroom.test.store} selects the engine. */
interface SceneStores extends AutoCloseable {

    /**
     * Opens an empty store.
     *
     * @param folder of the scene, deleted with it
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
