package io.greenroom.kernel.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.PrivateFiles;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreFixture;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.StoreSuite;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.kernel.store.sql.Session;
import io.greenroom.kernel.store.sql.Tables;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
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

    @Test
    void refusesADatabaseThatWasEmptiedOrRemoved() throws IOException {
        inserted(HERE, "1");
        store().close();
        Path database = folder.resolve("greenroom.db");
        byte[] content = Files.readAllBytes(database);
        Files.write(database, new byte[0]);
        assertThatThrownBy(() -> open(SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(database + " has lost its content");
        Files.delete(database);
        assertThatThrownBy(() -> open(SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("has lost its content");
        Files.write(database, content);
        assertThat(found(reopened(), "1")).isPresent();
    }

    @Test
    void startsAnewOnceTheLockFileIsRemovedToo() throws IOException {
        inserted(HERE, "1");
        store().close();
        Files.delete(folder.resolve("greenroom.db"));
        Files.delete(folder.resolve("greenroom.lock"));
        assertThat(found(reopened(), "1")).isEmpty();
    }

    private static Optional<Doc> found(Store store, String id) {
        return store.read(HERE, unit -> unit.find(BOXES, id));
    }

    @Test
    void refusesADatabaseThatWasCut() throws IOException {
        store().write(HERE, unit -> fill(unit, 500));
        store().close();
        Path database = folder.resolve("greenroom.db");
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        assertThatThrownBy(() -> open(SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(database.toString());
    }

    @Test
    void isUnavailableWherePagesAreDamaged() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            store().write(HERE, unit -> fill(unit, 200));
            store().close();
            Path database = folder.resolve("greenroom.db");
            byte[] content = Files.readAllBytes(database);
            damage(database, new Random(seed));
            try (Store damaged = open(SETUP)) {
                for (int i = 0; i < 200; i++) {
                    String id = String.valueOf(i);
                    unavailableAtMost(() -> found(damaged, id));
                }
                unavailableAtMost(
                        () -> damaged.read(HERE, unit -> unit.in(BOXES).list()));
                unavailableAtMost(() -> damaged.write(HERE, unit -> fill(unit, 3)));
            } catch (StoreUnavailable refused) {
                assertThat(refused).hasMessageContaining(database.toString());
            }
            Files.write(database, content);
            reopened();
        }
    }

    /** Overwrites every fifth page with random bytes, but for the schema's. */
    private static void damage(Path database, Random random) throws IOException {
        byte[] page = new byte[4096];
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
            for (long at = 40L * page.length; at < file.size(); at += 5L * page.length) {
                random.nextBytes(page);
                file.write(ByteBuffer.wrap(page, 0, 1 + random.nextInt(page.length)), at + random.nextInt(100));
            }
        }
    }

    private static void unavailableAtMost(Supplier<Object> use) {
        try {
            assertThat(use.get()).isNotNull();
        } catch (StoreUnavailable expected) {
            assertThat(expected).hasMessageContaining("database");
        }
    }

    @Test
    void isLockedAlsoOnceTheLockFileIsRemoved() throws IOException {
        Files.delete(folder.resolve("greenroom.lock"));
        assertThatThrownBy(() -> open(SETUP))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("in use by another Greenroom");
        inserted(HERE, "1");
    }

    @Test
    void keepsItsFilesFromOtherUsers() throws IOException {
        inserted(HERE, "1");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).extracting(file -> file.getFileName().toString()).contains("greenroom.db-wal");
            for (Path file : all) {
                assertThat(PrivateFiles.isOpenToOthers(file)).as("%s", file).isFalse();
            }
        }
    }

    @Test
    void takesTheFilesOfAFormerReleaseFromOtherUsers() throws IOException {
        store().close();
        Path database = folder.resolve("greenroom.db");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));
        reopened();
        assertThat(PrivateFiles.isOpenToOthers(database)).isFalse();
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
        return store.write(HERE, unit -> fill(unit, boxes));
    }

    private static long fill(Transaction unit, int boxes) {
        long before = unit.in(BOXES).count();
        for (int i = 0; i < boxes; i++) {
            unit.insert(BOXES, StoreFixture.box(unit, (int) before + i).put("colour", "x".repeat(200)));
        }
        return unit.in(BOXES).count();
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
