package io.greenroom.kernel.store.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.greenroom.kernel.store.sql.Kept;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents by table, account and key. Threads may share it, but only the writer publishes.
 *
 * <p>The edition counts what is published: while it is even and does not move, the cache shows exactly the commits up
 * to it; while it is odd, documents are being replaced. From before a commit until it is published the database may be
 * ahead of the cache, and {@link #committing} says so.
 */
final class DocCache {
    private static final int PASSERS_BY = 1 << 14;

    /** Of so many reads of a thread one tells the cache what is in use; a prime, as requests read in rounds. */
    private static final int SAMPLE = 13;

    private static final int THREADS = 64;
    private static final int APART = 16;

    private final Cache<Key, Kept> documents;
    private final Policy<Key, Kept> policy;

    /** Reads since the last one that told, far enough apart for threads not to disturb each other. */
    private final int[] untold = new int[THREADS * APART];

    /** Hashes of what was read once, lately; a race between threads loses no more than a place here. */
    private final int[] passersBy = new int[PASSERS_BY];

    private volatile long edition;
    private volatile boolean committing;

    /**
     * Where a document is. Compared by hand: what the compiler makes for records is slower, and this is done for each
     * request.
     */
    record Key(String table, String account, String key) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key(String otherTable, String otherAccount, String otherKey)
                    && key.equals(otherKey)
                    && account.equals(otherAccount)
                    && table.equals(otherTable);
        }

        @Override
        public int hashCode() {
            return (key.hashCode() * 31 + account.hashCode()) * 31 + table.hashCode();
        }
    }

    DocCache(long bytes) {
        this.documents = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Kept row) -> row.weight())
                .executor(Runnable::run)
                .build();
        this.policy = documents.policy();
    }

    long edition() {
        return edition;
    }

    static boolean settled(long edition) {
        return (edition & 1) == 0;
    }

    boolean committing() {
        return committing;
    }

    /** What is known of a row. Most reads leave the cache's book-keeping alone, which costs as much as they do. */
    Kept get(Key key) {
        Kept row = tells() ? documents.getIfPresent(key) : policy.getIfPresentQuietly(key);
        return row == null ? Kept.UNKNOWN : row;
    }

    private boolean tells() {
        int place = (int) (Thread.currentThread().threadId() % THREADS) * APART;
        boolean tells = untold[place] >= SAMPLE - 1;
        untold[place] = tells ? 0 : untold[place] + 1;
        return tells;
    }

    /** Remembers a row that was read from a snapshot of that edition, unless a newer one was published meanwhile. */
    void learn(Key key, Kept row, long snapshot) {
        if (edition == snapshot && isReadAgain(key)) {
            documents.asMap().compute(key, (same, known) -> edition == snapshot ? row : known);
        }
    }

    /** Remembers a row that the writer has read as the last commit left it. */
    void put(Key key, Kept row) {
        if (isReadAgain(key)) {
            documents.put(key, row);
        }
    }

    /**
     * Only what is read twice in a while is remembered. Of very many documents most pass by once, and keeping each for
     * a moment costs more than reading it again.
     */
    private boolean isReadAgain(Key key) {
        int hash = key.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PASSERS_BY - 1);
        boolean again = passersBy[place] == hash;
        passersBy[place] = hash;
        return again;
    }

    /** The writer is about to commit. */
    void beginCommit() {
        committing = true;
    }

    /**
     * The writer has committed these changes, or none when the commit failed. What is remembered is replaced; what is
     * not will be when somebody reads it, for much of what is written is not read again.
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the writer changes it
    void endCommit(Map<Key, Kept> changes) {
        if (!changes.isEmpty()) {
            edition++;
            changes.forEach((key, row) -> documents.asMap().replace(key, row));
            edition++;
        }
        committing = false;
    }
}
