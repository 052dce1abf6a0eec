package io.greenroom.kernel.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreFixture;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.StoreSuite;
import io.greenroom.kernel.store.StoreUnavailable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The suite on a PostgreSQL of its own, or in a schema of the one that {@code GREENROOM_TEST_POSTGRES_URL} names. */
class PostgresStoreTest extends StoreSuite {
    private static final String SCHEMA = "suite_" + ProcessHandle.current().pid();
    private static String server = "";
    private static @Nullable EmbeddedPostgres embedded;

    @BeforeAll
    static void start() throws IOException {
        Optional<String> given = Optional.ofNullable(System.getenv("GREENROOM_TEST_POSTGRES_URL"));
        if (given.isEmpty()) {
            embedded = EmbeddedPostgres.start();
        }
        server = given.orElseGet(() -> embedded == null ? "" : embedded.getJdbcUrl("postgres", "postgres"));
        run("CREATE SCHEMA " + SCHEMA);
    }

    @AfterAll
    static void stop() throws IOException {
        run("DROP SCHEMA " + SCHEMA + " CASCADE");
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    protected Store open(StoreSetup setup) {
        return PostgresStore.open(url(), setup);
    }

    private String url() {
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA;
    }

    @AfterEach
    void empty() {
        run(Stream.of("boxes", "slots", "totals", "counted", "outbox", "due", "rate_counters")
                .map(table -> SCHEMA + "." + table)
                .collect(Collectors.joining(", ", "TRUNCATE ", "")));
    }

    @Test
    void showsEveryNodeWhatAnotherHasKept() {
        try (Store other = open(SETUP)) {
            Doc box = inserted(HERE, "1");
            assertThat(other.<Doc>read(HERE, unit -> unit.find(BOXES, "1").orElseThrow()))
                    .isEqualTo(box);
            other.write(HERE, unit -> unit.update(BOXES, box.copy().put("size", 5)));
            assertThat(found(HERE, "1").orElseThrow().number("size")).isEqualTo(5);
        }
    }

    @Test
    void goesOnAfterItsConnectionsWereCut() {
        assertThatThrownBy(() -> store().write(HERE, unit -> {
                    unit.insert(BOXES, StoreFixture.box(unit, "1"));
                    run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'greenroom'");
                    return unit.insert(BOXES, StoreFixture.box(unit, "2"));
                }))
                .isInstanceOf(StoreUnavailable.class);
        inserted(HERE, "3");
        assertThat(count(HERE)).isEqualTo(1);
    }

    @Test
    void namesADatabaseThatCannotBeReached() {
        assertThatThrownBy(() -> PostgresStore.open("postgresql://ada:secret@127.0.0.1:1/none?ssl=false", SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("postgresql://127.0.0.1:1/none")
                .hasMessageNotContaining("secret");
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
