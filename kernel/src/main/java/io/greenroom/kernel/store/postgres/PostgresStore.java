package io.greenroom.kernel.store.postgres;

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
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store in a PostgreSQL database, for any number of nodes. */
public final class PostgresStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);
    private static final int GATES = 256;
    private static final String LOCK = "SELECT CAST(pg_advisory_xact_lock(4733) AS TEXT)";

    private static final String UNICODE =
            """
            SELECT 'its encoding is ' || current_setting('server_encoding') || ' and must be UTF8'
                WHERE current_setting('server_encoding') <> 'UTF8'
            UNION ALL
            SELECT 'its locale makes ' || LOWER('I') || ' of I; C.UTF-8 would do' WHERE LOWER('I') <> 'i'""";

    private final Tables tables;
    private final Pools pools;
    private final Map<CounterKind, PostgresCounters> counters = new EnumMap<>(CounterKind.class);
    private final PostgresQueues queues;
    /** Units of one account wait here for each other instead of each holding a connection. */
    private final Lock[] gates =
            Stream.generate(() -> new ReentrantLock(true)).limit(GATES).toArray(Lock[]::new);

    /** Fair queue of write units; the pool alone lets some of them wait for seconds. */
    private final Semaphore turns = new Semaphore(Pools.UNITS, true);

    /** Queue of read units, so that one that waits long for a connection knows that the database is gone. */
    private final Semaphore readers = new Semaphore(Pools.READERS, true);

    private PostgresStore(Pools pools, Tables tables, Clock clock) {
        this.tables = tables;
        this.pools = pools;
        for (CounterKind kind : CounterKind.values()) {
            counters.put(kind, new PostgresCounters(pools, clock, kind));
        }
        this.queues = new PostgresQueues(pools);
    }

    /** Whether a text is a database address as {@link #open} takes it. */
    public static boolean isAddress(String text) {
        return Address.read(text).isPresent();
    }

    /**
     * Opens the store of a database, creating its tables when missing.
     *
     * @param url {@code postgresql://user:password@host:port/database}
     * @throws StoreUnavailable when the database cannot be reached or used; the message names it
     */
    public static PostgresStore open(String url, StoreSetup setup) {
        Address address = Address.read(url)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A database is given as postgresql://user:password@host:port/name"));
        PostgresDialect dialect = new PostgresDialect(address.toString());
        Tables tables = new Tables(setup, dialect);
        try (Session session = new Session(Pools.source(address, 0).getConnection(), dialect)) {
            requireUnicode(session, dialect);
            session.command("BEGIN");
            session.command(LOCK);
            Migrations.apply(session, dialect);
            Recount.apply(session, tables);
            session.command("COMMIT");
        } catch (SQLException complaint) {
            throw dialect.fault(complaint, "connect");
        }
        return new PostgresStore(new Pools(address, dialect), tables, setup.clock());
    }

    /**
     * Other encodings lose characters; with Turkish collation, LOWER maps {@code I@x} and {@code i@x} to different
     * addresses.
     */
    private static void requireUnicode(Session session, PostgresDialect dialect) {
        session.list(UNICODE, row -> row.getString(1)).forEach(wrong -> {
            throw new StoreUnavailable("The database " + dialect.database() + " cannot be used: " + wrong);
        });
    }

    @Override
    public <T> T read(String account, Function<Transaction, T> unit) {
        await(readers::tryAcquire);
        try {
            return again(() -> readTwice(account, unit));
        } finally {
            readers.release();
        }
    }

    /** Reads once more where the connection was cut: the pool does not check connections that were just used. */
    private <T> T readTwice(String account, Function<Transaction, T> unit) {
        try {
            return readOnce(account, unit);
        } catch (StoreUnavailable cut) {
            LOG.debug("A read unit runs again", cut);
            return readOnce(account, unit);
        }
    }

    private <T> T readOnce(String account, Function<Transaction, T> unit) {
        try (Session session = pools.reader()) {
            return unit.apply(new SqlTransaction(new PostgresUnit(session, true), tables, account));
        }
    }

    @Override
    public <T> T write(String account, Function<Transaction, T> unit) {
        Lock gate = gates[Math.floorMod(account.hashCode(), GATES)];
        await(gate::tryLock);
        try {
            await(turns::tryAcquire);
            try {
                return again(() -> writeOnce(account, unit));
            } finally {
                turns.release();
            }
        } finally {
            gate.unlock();
        }
    }

    /** A wait with a time-out. */
    private interface Queue {
        boolean enter(long time, TimeUnit unit) throws InterruptedException;
    }

    /** Waits once for all queued units; otherwise each of them would time out by itself when the database is gone. */
    private static void await(Queue queue) {
        try {
            if (!queue.enter(Pools.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailable("Other units took longer than " + Pools.PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("Interrupted while waiting for other units", e);
        }
    }

    private <T> T writeOnce(String account, Function<Transaction, T> unit) {
        try (Session session = pools.writer()) {
            PostgresUnit running = new PostgresUnit(session, false);
            running.enter(account);
            T result = unit.apply(new SqlTransaction(running, tables, account));
            running.commit();
            return result;
        }
    }

    private static <T> T again(Supplier<T> run) {
        for (int runs = 1; ; runs++) {
            try {
                return run.get();
            } catch (Raced raced) {
                raced.orGiveUp(runs);
            }
        }
    }

    @Override
    public Counters counters(CounterKind kind) {
        return Objects.requireNonNull(counters.get(kind));
    }

    @Override
    public Queues queues() {
        return queues;
    }

    /** Units run on the threads of their callers. */
    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void check() {
        try (Session session = pools.reader()) {
            Probe.read(session);
        }
        try (Session session = pools.writer()) {
            Probe.write(session);
            session.commit();
        }
    }

    @Override
    public void close() {
        pools.close();
    }
}
