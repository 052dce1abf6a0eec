package io.greenroom.kernel.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreFixture;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.StoreSuite;
import io.greenroom.kernel.store.StoreUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite on PostgreSQL, and what only this engine does. */
@SuppressWarnings("NullAway.Init") // start() sets the server
class PostgresStoreTest extends StoreSuite {
    private static TestPostgres server;
    private static String url;

    @BeforeAll
    static void start() {
        server = TestPostgres.start();
        url = server.schema();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected Store open(StoreSetup setup) {
        return PostgresStore.open(url, setup);
    }

    @AfterEach
    void empty() {
        run("TRUNCATE boxes, slots, items, notes, totals, counted, outbox, due, rate_counters");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            ENCODING 'SQL_ASCII' LOCALE 'C', its encoding is SQL_ASCII
            LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR' LOCALE 'C', its locale makes ı of I
            """,
            quoteCharacter = '"')
    void refusesADatabaseThatLosesLetters(String options, String why) {
        assumeTrue(server.isOwn(), "nobody else's server gets databases made");
        run("CREATE DATABASE letters TEMPLATE template0 " + options);
        assertThatThrownBy(() -> PostgresStore.open(url.replaceFirst("/postgres\\?", "/letters?"), SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("/letters cannot be used: " + why);
        run("DROP DATABASE letters");
    }

    @Test
    void reportsFaultsOfTheDatabase() {
        assertThatThrownBy(() -> PostgresStore.open(url.replaceFirst("currentSchema=.*", "currentSchema=none"), SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("no schema has been selected");
        assertThatThrownBy(() -> PostgresStore.open(url.replaceFirst("/[a-z]+\\?", "/none?"), SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("\"none\" does not exist");
    }

    @Test
    void refusesUnitsAtOnceDuringAnOutage() throws Exception {
        int port = Integer.parseInt(url.replaceFirst(".*?:([0-9]+)/.*", "$1"));
        try (Forwarder forwarder = new Forwarder(port);
                Store store = PostgresStore.open(url.replaceFirst(":" + port, ":" + forwarder.port()), SETUP)) {
            store.check();
            forwarder.goDown();

            for (int i = 0; i < 4; i++) {
                assertThat(refused(store)).isLessThan(Duration.ofSeconds(4));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(refused(store)).isLessThan(Duration.ofMillis(500));
            }

            forwarder.comeBack();
            await(store);
            store.check();
        }
    }

    /** How long it took until the store said that it is unavailable. */
    private static Duration refused(Store store) {
        long began = SETUP.clock().stopwatchNanos();
        assertThatThrownBy(store::check).isInstanceOf(StoreUnavailable.class);
        return Duration.ofNanos(SETUP.clock().stopwatchNanos() - began);
    }

    /** Tries until a unit runs, for twenty seconds. */
    private static void await(Store store) {
        long began = SETUP.clock().stopwatchNanos();
        while (true) {
            try {
                store.check();
                return;
            } catch (StoreUnavailable unavailable) {
                if (SETUP.clock().stopwatchNanos() - began
                        > Duration.ofSeconds(20).toNanos()) {
                    throw unavailable;
                }
            }
        }
    }

    private static void run(String sql) {
        TestPostgres.run(url, sql);
    }

    @Test
    void showsEveryNodeTheWritesOfAnother() {
        try (Store other = open(SETUP)) {
            Doc box = inserted(HERE, "1");
            assertThat(other.<Doc>read(HERE, unit -> unit.find(BOXES, "1").orElseThrow()))
                    .isEqualTo(box);
            other.write(HERE, unit -> unit.update(BOXES, box.copy().put("size", 5)));
            assertThat(found(HERE, "1").orElseThrow().number("size")).isEqualTo(5);
        }
    }

    @Test
    void reconnectsAfterItsConnectionsWereCut() {
        assertThatThrownBy(() -> store().write(HERE, unit -> {
                    unit.insert(BOXES, StoreFixture.box(unit, "1"));
                    run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'greenroom'"
                            + " AND pid <> pg_backend_pid()");
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
}
