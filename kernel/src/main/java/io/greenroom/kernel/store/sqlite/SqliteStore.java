package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.kernel.store.sql.Migrations;
import io.greenroom.kernel.store.sql.Probe;
import io.greenroom.kernel.store.sql.Recount;
import io.greenroom.kernel.store.sql.Session;
import io.greenroom.kernel.store.sql.SqlTransaction;
import io.greenroom.kernel.store.sql.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The store in one SQLite file, for one process. */
public final class SqliteStore implements Store {
    private static final long CACHE_BYTES_LEAST = 16_000_000;
    private static final int CACHE_SHARE = 4;

    private final DataFolder folder;
    private final Tables tables;
    private final DocCache cache;
    private final Readers readers;
    private final CountersInMemory counters;
    private final Writer writer;
    private final SqliteQueues queues;

    /** The store of a folder whose migrations are applied. */
    SqliteStore(DataFolder folder, Session session, Tables tables, Clock clock) {
        int connections = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.folder = folder;
        this.tables = tables;
        this.cache =
                new DocCache(Math.max(CACHE_BYTES_LEAST, Runtime.getRuntime().maxMemory() / CACHE_SHARE));
        this.readers = new Readers(folder, connections);
        this.counters = new CountersInMemory(clock);
        counters.load(session);
        this.writer = new Writer(session, cache, counters, clock);
        this.queues = new SqliteQueues(cache, readers, writer);
    }

    /**
     * Opens the store of a folder, creating both when missing.
     *
     * @throws StoreUnavailable when the folder cannot be written or another process has it open; the message names it
     */
    public static SqliteStore open(Path dataFolder, StoreSetup setup) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            return open(folder, setup);
        } catch (RuntimeException fault) {
            folder.close();
            throw fault;
        }
    }

    private static SqliteStore open(DataFolder folder, StoreSetup setup) {
        Session session = folder.writer();
        try {
            session.command("BEGIN IMMEDIATE");
            Migrations.apply(session, folder.dialect());
            Tables tables = new Tables(setup, folder.dialect());
            Recount.apply(session, tables);
            readEachTable(session);
            session.command("COMMIT");
            folder.used();
            return new SqliteStore(folder, session, tables, setup.clock());
        } catch (RuntimeException fault) {
            session.close();
            throw fault;
        }
    }

    /**
     * Reads the beginning of each table, which finds a file that was cut or overwritten. Checking all pages would take
     * minutes for a large database.
     */
    private static void readEachTable(Session session) {
        List<String> reads = session.list(
                "SELECT name FROM sqlite_schema WHERE type = 'table'",
                row -> "SELECT * FROM (SELECT 1 FROM " + row.getString(1) + " LIMIT 1)");
        session.list(String.join(" UNION ALL ", reads), row -> row.getInt(1));
    }

    @Override
    public <T> T read(String account, Function<Transaction, T> unit) {
        try {
            return read(account, unit, true);
        } catch (ReadUnit.Moved moved) {
            return read(account, unit, false);
        }
    }

    private <T> T read(String account, Function<Transaction, T> unit, boolean trusting) {
        try (ReadUnit running = new ReadUnit(cache, readers, trusting)) {
            return unit.apply(new SqlTransaction(running, tables, account));
        }
    }

    @Override
    public <T> T write(String account, Function<Transaction, T> unit) {
        return writer.write(running -> unit.apply(new SqlTransaction(running, tables, account)));
    }

    @Override
    public Counters counters(CounterKind kind) {
        return counters.of(kind);
    }

    @Override
    public Queues queues() {
        return queues;
    }

    @Override
    public boolean isAlive() {
        return writer.isAlive();
    }

    @Override
    public void check() {
        try (ReadUnit unit = new ReadUnit(cache, readers, false)) {
            unit.ask(Probe::read);
        }
        writer.write(unit -> {
            unit.changing();
            return unit.ask(Probe::write);
        });
    }

    @Override
    public void close() {
        try {
            readers.close();
        } finally {
            writer.close(); // last, because only a connection that writes can empty the write-ahead log
            folder.close();
        }
    }
}
