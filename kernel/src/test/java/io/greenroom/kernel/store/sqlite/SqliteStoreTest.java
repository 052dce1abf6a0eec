package io.greenroom.kernel.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreFixture;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.StoreSuite;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.sql.Session;
import io.greenroom.kernel.store.sql.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite on SQLite, and what only this engine does. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class SqliteStoreTest extends StoreSuite {
    @TempDir
    Path folder;

    @Override
    protected Store open(StoreSetup setup) {
        return SqliteStore.open(folder, setup);
    }

    @Test
    void sharesOneInstanceOfADocumentThatIsReadAgain() {
        inserted(HERE, "1");
        found(HERE, "1");
        found(HERE, "1");
        assertThat(found(HERE, "1").orElseThrow()).isSameAs(found(HERE, "1").orElseThrow());
        reopened();
        found(HERE, "1");
        assertThat(store().<List<?>>read(HERE, unit -> unit.in(BOXES).list()).getFirst())
                .isSameAs(found(HERE, "1").orElseThrow());
    }

    @Test
    void keepsNoInstanceOfADocumentThatIsReadOnce() {
        inserted(HERE, "1");
        assertThat(found(HERE, "1").orElseThrow()).isNotSameAs(found(HERE, "1").orElseThrow());
    }

    @Test
    void refusesASecondOpener() {
        assertThatThrownBy(() -> open(SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(folder.toString());
        inserted(HERE, "1");
    }

    @Test
    void namesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path inside = file.resolve("data");
        assertThatThrownBy(() -> SqliteStore.open(inside, SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(inside.toString());
    }

    @Test
    void refusesADatabaseWithOtherMigrations() {
        store().close();
        tamper("INSERT INTO migrations (name, checksum) VALUES ('V9999__later.sql', 1)");
        assertThatThrownBy(() -> open(SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(folder + "/greenroom.db was made by a newer Greenroom");
        tamper("DELETE FROM migrations WHERE name = 'V9999__later.sql'");
        tamper("UPDATE migrations SET checksum = checksum + 1 WHERE name = 'V0001__kernel.sql'");
        assertThatThrownBy(() -> open(SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("another V0001__kernel.sql");
        tamper("UPDATE migrations SET checksum = checksum - 1 WHERE name = 'V0001__kernel.sql'");
        reopened();
    }

    @Test
    void refusesADatabaseThatHasTablesOfItsOwn() {
        store().close();
        tamper("DROP TABLE migrations");
        assertThatThrownBy(() -> open(SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(folder + "/greenroom.db does not take V0001__kernel.sql");
    }

    @Test
    void leavesNothingBesideTheDatabase() throws IOException {
        inserted(HERE, "1");
        found(HERE, "1");
        store().close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("greenroom.db", "greenroom.lock");
        }
    }

    private void tamper(String sql) {
        try (DataFolder data = DataFolder.open(folder);
                Session session = data.writer()) {
            session.change(sql);
        }
    }

    @Test
    void recoversAfterAFullDisk() {
        store().close();
        DataFolder data = DataFolder.open(folder);
        Session session = data.writer();
        long pages = session.number("PRAGMA page_count");
        session.number("PRAGMA max_page_count = " + (pages + 20));
        try (SqliteStore small = new SqliteStore(data, session, new Tables(SETUP, data.dialect()), SETUP.clock())) {
            assertThatThrownBy(() -> fill(small, 2_000)).isInstanceOf(StoreUnavailable.class);
            assertThat(small.<Long>read(HERE, unit -> unit.in(BOXES).count())).isZero();
            assertThat(fill(small, 1)).isEqualTo(1);
            session.number("PRAGMA max_page_count = " + 1_000_000);
            assertThat(fill(small, 2_000)).isEqualTo(2_001);
            small.check();
        }
        assertThat(reopened().<Long>read(HERE, unit -> unit.in(BOXES).count())).isEqualTo(2_001);
    }

    private static long fill(Store store, int boxes) {
        return store.write(HERE, unit -> {
            long before = unit.in(BOXES).count();
            for (int i = 0; i < boxes; i++) {
                unit.insert(BOXES, StoreFixture.box(unit, (int) before + i).put("colour", "x".repeat(200)));
            }
            return unit.in(BOXES).count();
        });
    }

    @Test
    void refusesUnitsWhenTooManyWait() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            writers.add(Thread.startVirtualThread(() -> {
                try {
                    store().write(HERE, unit -> {
                        awaitQuietly(go);
                        return unit.account();
                    });
                } catch (StoreUnavailable unavailable) {
                    refused.countDown();
                }
            }));
        }
        refused.await();
        go.countDown();
        for (Thread writer : writers) {
            writer.join();
        }
        store().check();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
