package io.greenroom.kernel.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every engine must do. */
@SuppressWarnings("NullAway.Init") // the store is opened before each test
public abstract class StoreSuite
        implements DocumentTests,
                QueryTests,
                OrderTests,
                PageTests,
                DependentTests,
                UnitTests,
                QueueTests,
                CounterTests {
    private Store store;

    /** Opens a store that is empty the first time in a test, and the same one from then on. */
    protected abstract Store open(StoreSetup setup);

    @BeforeEach
    final void begin() {
        store = open(SETUP);
    }

    @AfterEach
    final void end() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Store reopened(StoreSetup setup) {
        store.close();
        store = open(setup);
        return store;
    }
}
