package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.store.PrivateFiles;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The folder with the database file. One process at a time may hold it, because caches do not see another process's
 * changes.
 */
final class DataFolder implements AutoCloseable {
    private static final int BUSY_MILLIS = 5_000;
    private static final int CACHE_KILOBYTES = 32_768;
    private static final int LEAST_CACHE_KILOBYTES = 2_048;
    private static final String WAL_PAGES = "16000";
    private static final int WAL_BYTES = 80_000_000;

    private static final String LOCK = "greenroom.lock";
    private static final String DATABASE = "greenroom.db";
    /** The locked byte of the database: far behind those that SQLite locks. */
    private static final long LOCKED_BYTE = 1L << 62;

    private static final byte[] USED = "in use since its first start\n".getBytes(StandardCharsets.UTF_8);

    private final Path home;
    private final FileChannel lock;
    private final FileChannel database;
    private final SqliteDialect dialect;
    private final String url;

    private DataFolder(Path home, FileChannel lock, FileChannel database) {
        this.home = home;
        this.lock = lock;
        this.database = database;
        this.dialect = new SqliteDialect(home.resolve(DATABASE));
        this.url = "jdbc:sqlite:" + home.resolve(DATABASE);
    }

    /**
     * Locks a folder and creates it when missing. The database file is locked as well, because anyone may remove the
     * lock file.
     */
    static DataFolder open(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        Path file = home.resolve(DATABASE);
        List<FileChannel> opened = new ArrayList<>();
        try {
            PrivateFiles.createFolder(home);
            for (String log : List.of("-wal", "-shm")) {
                PrivateFiles.tighten(home.resolve(DATABASE + log));
            }
            FileChannel lock = PrivateFiles.open(home.resolve(LOCK));
            opened.add(lock);
            lock(home, lock, 0);
            refuseEmptied(lock, file);
            FileChannel database = PrivateFiles.open(file);
            opened.add(database);
            lock(home, database, LOCKED_BYTE).release();
            return new DataFolder(home, lock, database);
        } catch (IOException e) {
            close(opened);
            throw new StoreUnavailable("The data folder " + home + " cannot be written: " + e, e);
        } catch (StoreUnavailable refused) {
            close(opened);
            throw refused;
        }
    }

    private static FileLock lock(Path home, FileChannel channel, long at) throws IOException {
        try {
            FileLock lock = channel.tryLock(at, 1, false);
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Another store of this process holds it.
        }
        throw new StoreUnavailable("The data folder " + home + " is in use by another Greenroom");
    }

    /** A folder that was used has a database; an empty one would silently become a new installation. */
    private static void refuseEmptied(FileChannel lock, Path file) throws IOException {
        boolean empty = Files.notExists(file) || Files.size(file) == 0;
        if (empty && lock.size() > 0) {
            throw new StoreUnavailable("The database " + file + " has lost its content: the folder was in use before."
                    + " Restore it from a backup, or remove " + LOCK + " as well to start with nothing");
        }
    }

    /**
     * Locks the database file and remembers that it has content. Called when the writer has opened it: SQLite ends all
     * locks of this process on the file whenever none of its connections holds one, and the writer's lasts.
     */
    void used() {
        try {
            lock(home, database, LOCKED_BYTE);
            if (lock.size() == 0) {
                lock.write(ByteBuffer.wrap(USED), 0);
                lock.force(true);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("The data folder " + home + " cannot be written: " + e, e);
        }
    }

    SqliteDialect dialect() {
        return dialect;
    }

    /** The single writing connection. */
    Session writer() {
        return session(config(1));
    }

    /** Opens a reading connection. */
    Session reader(int readers) {
        SQLiteConfig config = config(readers);
        config.setReadOnly(true);
        return session(config);
    }

    private Session session(SQLiteConfig config) {
        try {
            return new Session(config.createConnection(url), dialect);
        } catch (SQLException complaint) {
            throw dialect.fault(complaint, "open");
        }
    }

    private static SQLiteConfig config(int readers) {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.NOMUTEX); // A session is used by one thread at a time.
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, WAL_PAGES);
        config.setJournalSizeLimit(WAL_BYTES);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-Math.max(LEAST_CACHE_KILOBYTES, CACHE_KILOBYTES / (readers + 1)));
        config.setGetGeneratedKeys(false);
        return config;
    }

    /** Called when no session is open any more: closing the file ends SQLite's locks on it too. */
    @Override
    public void close() {
        close(List.of(database, lock));
    }

    private static void close(List<FileChannel> channels) {
        try {
            for (FileChannel channel : channels) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
