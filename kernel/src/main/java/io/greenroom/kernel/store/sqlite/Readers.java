package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.sql.Session;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A pool of reading connections, opened on first use. Threads may share it. */
final class Readers implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final DataFolder folder;
    private final int count;
    private final LinkedBlockingDeque<Reader> idle = new LinkedBlockingDeque<>();
    private volatile boolean closed;

    /** A slot for one connection. */
    static final class Reader {
        private @Nullable Session session;
    }

    Readers(DataFolder folder, int count) {
        this.folder = folder;
        this.count = count;
        for (int i = 0; i < count; i++) {
            idle.add(new Reader());
        }
    }

    /** Takes a slot, waiting for one if necessary. */
    Reader take() {
        if (closed) {
            throw new StoreUnavailable("The store is closed");
        }
        try {
            Reader reader = idle.pollFirst(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (reader == null) {
                throw new StoreUnavailable("No connection became free in " + PATIENCE_SECONDS + " seconds");
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("Interrupted while waiting for a connection", e);
        }
    }

    /** Begins a transaction, which takes its snapshot at the first query. */
    Session begin(Reader reader) {
        Session session = reader.session;
        if (session == null) {
            session = folder.reader(count);
            reader.session = session;
        }
        session.command("BEGIN");
        return session;
    }

    /** Ends the transaction and returns the slot. */
    void give(Reader reader) {
        Session session = reader.session;
        try {
            if (session != null && session.failure().isEmpty()) {
                session.command("COMMIT");
            }
        } finally {
            if (session != null && session.failure().isPresent()) {
                reader.session = null;
                session.close();
            }
            idle.addFirst(reader);
        }
    }

    /** Closes the connections as they become free; after a time-out the rest stay open. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        for (int i = 0; i < count; i++) {
            Session session = take().session;
            if (session != null) {
                session.close();
            }
        }
        closed = true;
    }
}
