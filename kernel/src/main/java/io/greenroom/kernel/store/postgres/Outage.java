package io.greenroom.kernel.store.postgres;

import io.greenroom.kernel.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database is known to be unreachable. Units are then refused at once, instead of each waiting for a
 * connection, until a thread of its own has reached the database again. Threads may share it.
 */
final class Outage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final int TRY_AGAIN_MILLIS = 500;

    private final DataSource database;
    private final String name;
    private final AtomicBoolean known = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * No outage yet.
     *
     * @param database unpooled connections to it
     * @param name of the database in messages
     */
    Outage(DataSource database, String name) {
        this.database = database;
        this.name = name;
    }

    /** Throws {@link StoreUnavailable} if the database is known to be out of reach. */
    void refuseWhileKnown() {
        if (known.get()) {
            throw new StoreUnavailable("The database " + name + " cannot be reached");
        }
    }

    /** Says that there was no connection to be had. */
    void begin() {
        if (known.compareAndSet(false, true)) {
            Thread.ofVirtual().name("database-outage").start(this::awaitEnd);
        }
    }

    private void awaitEnd() {
        try {
            while (!isReachable() && !closed.await(TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The database {} is still out of reach", name);
            }
        } catch (InterruptedException e) {
            LOG.debug("The database {} is not watched any more", name, e);
        } finally {
            known.set(false);
        }
    }

    private boolean isReachable() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
