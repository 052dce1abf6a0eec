package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
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

    private final FileChannel lock;
    private final SqliteDialect dialect;
    private final String url;

    private DataFolder(FileChannel lock, Path file) {
        this.lock = lock;
        this.dialect = new SqliteDialect(file);
        this.url = "jdbc:sqlite:" + file;
    }

    /** Locks a folder and creates it when missing. */
    static DataFolder open(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    home.resolve("greenroom.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StoreUnavailable("The data folder " + home + " is in use by another Greenroom");
            }
            return new DataFolder(channel, home.resolve("greenroom.db"));
        } catch (IOException e) {
            throw new StoreUnavailable("The data folder " + home + " cannot be written: " + e, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
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

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
