package io.greenroom.kernel.store;

import io.greenroom.kernel.store.postgres.PostgresStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The suite on a PostgreSQL of its own, or on the one that {@code GREENROOM_TEST_POSTGRES_URL} names; each test in a schema. */
class PostgresStoreTest extends StoreSuite {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static String server = "";
    private static @Nullable EmbeddedPostgres embedded;

    private final String schema = "suite_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
    private boolean made;

    @BeforeAll
    static void start() throws IOException {
        Optional<String> given = Optional.ofNullable(System.getenv("GREENROOM_TEST_POSTGRES_URL"));
        if (given.isEmpty()) {
            embedded = EmbeddedPostgres.start();
        }
        server = given.orElseGet(() -> embedded == null ? "" : embedded.getJdbcUrl("postgres", "postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    Store open() {
        if (!made) {
            run("CREATE SCHEMA " + schema);
            made = true;
        }
        return PostgresStore.open(url(), SETUP);
    }

    private String url() {
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    @AfterEach
    void drop() {
        run("DROP SCHEMA " + schema + " CASCADE");
    }

    private static void run(String sql) {
        String jdbc = server.startsWith("jdbc:") ? server : "jdbc:" + server;
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
