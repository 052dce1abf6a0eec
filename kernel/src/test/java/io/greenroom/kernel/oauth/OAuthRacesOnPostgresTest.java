package io.greenroom.kernel.oauth;

import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.postgres.PostgresStore;
import io.greenroom.kernel.store.postgres.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same where each unit is a transaction of its own. */
@SuppressWarnings("NullAway.Init") // start() sets the server
class OAuthRacesOnPostgresTest extends OAuthRacesTest {
    private static TestPostgres server;

    @BeforeAll
    static void start() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Store openStore(StoreSetup setup) {
        return PostgresStore.open(server.schema(), setup);
    }
}
