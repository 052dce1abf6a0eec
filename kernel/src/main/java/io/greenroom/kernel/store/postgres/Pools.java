package io.greenroom.kernel.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.greenroom.kernel.store.sql.Session;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The connection pools of one database: for snapshots, for writing, for counting. Threads may share it. */
final class Pools implements AutoCloseable {
    /** The number of concurrent read units. */
    static final int READERS = 8;
    /** The number of concurrent write units. */
    static final int UNITS = 12;

    private static final int DELIVERIES = 3;
    private static final int COUNTERS = 4;
    /** The time-out of every wait for other units. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The time-out of waiting for a connection, which is free unless the database is gone. */
    private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(2);

    private static final Duration VALIDATION = Duration.ofSeconds(1);
    private static final int SPARE_READERS = 2;
    private static final int CONNECT_SECONDS = 2;
    private static final int SOCKET_SECONDS = 30;

    private final PostgresDialect dialect;
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final HikariDataSource counters;
    private final Outage outage;

    Pools(Address address, PostgresDialect dialect) {
        this.dialect = dialect;
        this.outage = new Outage(source(address, CONNECT_SECONDS), dialect.database());
        HikariConfig reading = config(address, "readers", READERS + SPARE_READERS);
        reading.setReadOnly(true);
        reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        this.readers = new HikariDataSource(reading);
        HikariConfig writing = config(address, "writers", UNITS + DELIVERIES);
        writing.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        writing.setConnectionInitSql("SET lock_timeout = " + PATIENCE.toMillis());
        this.writers = new HikariDataSource(writing);
        HikariConfig counting = config(address, "counters", COUNTERS);
        counting.setAutoCommit(true);
        counting.setConnectionInitSql("SET synchronous_commit = off");
        this.counters = new HikariDataSource(counting);
    }

    private static HikariConfig config(Address address, String name, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("greenroom-" + name);
        config.setDataSource(source(address, SOCKET_SECONDS));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** Unpooled connections to a database. */
    static DataSource source(Address address, int socketSeconds) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        if (!address.user().isEmpty()) {
            source.setUser(address.user());
        }
        if (!address.password().isEmpty()) {
            source.setPassword(address.password());
        }
        source.setApplicationName("greenroom");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(socketSeconds);
        source.setTcpKeepAlive(true);
        return source;
    }

    /** A connection on one snapshot; closing it ends its transaction. */
    Session reader() {
        return session(readers);
    }

    /** A connection for changes; closing it rolls back what was not committed. */
    Session writer() {
        return session(writers);
    }

    /** A connection in auto-commit mode, with asynchronous commit. */
    Session counter() {
        return session(counters);
    }

    private Session session(DataSource pool) {
        outage.refuseWhileKnown();
        try {
            return new Session(pool.getConnection(), dialect);
        } catch (SQLException complaint) {
            outage.begin();
            throw dialect.fault(complaint, "connect");
        }
    }

    @Override
    public void close() {
        outage.close();
        readers.close();
        writers.close();
        counters.close();
    }
}
