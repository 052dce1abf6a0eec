package io.greenroom.kernel.store.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.greenroom.kernel.store.sql.Kept;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cache of documents by table, account and key. Threads may share it; only the writer publishes.
 *
 * <p>The edition counts publications: while it is even and unchanged, the cache shows exactly the commits up to it;
 * while it is odd, documents are being replaced. Between a commit and its publication the database may be ahead of the
 * cache, which {@link #committing} says.
 */
final class DocCache {
    private static final int PASSERS_BY = 1 << 14;

    /** One in SAMPLE reads per thread updates recency. Prime, so that periodic access patterns do not alias. */
    private static final int SAMPLE = 13;

    private static final int THREADS = 64;
    private static final int APART = 16;

    private final Cache<Key, Kept> documents;
    private final Policy<Key, Kept> policy;

    /** Reads since the last recency update, padded against false sharing between threads. */
    private final int[] untold = new int[THREADS * APART];

    /** Hashes of keys that were read once recently. A race between threads loses at most one entry. */
    private final int[] passersBy = new int[PASSERS_BY];

    private volatile long edition;
    private volatile boolean committing;

    /**
     * The key of a document. Written by hand: the generated methods of records are slower, and this is used for each
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

    /** What the cache knows about a row. Most reads skip the recency update, which costs as much as the lookup. */
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

    /** Caches a row that was read from a snapshot of an edition, unless a newer edition was published meanwhile. */
    void learn(Key key, Kept row, long snapshot) {
        if (edition == snapshot && isReadAgain(key)) {
            documents.asMap().compute(key, (same, known) -> edition == snapshot ? row : known);
        }
    }

    /** Caches a row that the writer has read as of the last commit. */
    void put(Key key, Kept row) {
        if (isReadAgain(key)) {
            documents.put(key, row);
        }
    }

    /**
     * Admits only keys that are read twice within a while. Of very many documents most are read once, and caching each
     * costs more than reading it again.
     */
    private boolean isReadAgain(Key key) {
        int hash = key.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PASSERS_BY - 1);
        boolean again = passersBy[place] == hash;
        passersBy[place] = hash;
        return again;
    }

    /** Announces that the writer is about to commit. */
    void beginCommit() {
        committing = true;
    }

    /**
     * Publishes committed changes, or none when the commit failed. Cached rows are replaced; others are cached when
     * they are read, because much of what is written is not read again.
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
