package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.sql.Appended;
import io.greenroom.kernel.store.sql.Kept;
import io.greenroom.kernel.store.sql.Session;
import io.greenroom.kernel.store.sql.StoredTable;
import io.greenroom.kernel.store.sql.Totals;
import io.greenroom.kernel.store.sql.Unit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A read unit on one snapshot. It takes a connection only when the cache cannot answer. Cached answers belong to one
 * edition; if the database's snapshot is of another one, the unit throws {@link Moved} and runs again without the
 * cache.
 */
final class ReadUnit implements Unit, AutoCloseable {
    private static final long NONE = -1;

    private final DocCache cache;
    private final Readers readers;
    private final boolean trusting;
    private final Totals totals = new Totals();
    private Readers.@Nullable Reader reader;
    private @Nullable Session session;
    private long edition = NONE;

    /** The cache has answered from an edition that is no longer current. */
    static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Moved() {
            super(null, null, false, false);
        }
    }

    /**
     * A unit that has not read yet.
     *
     * @param trusting whether it may answer from the cache
     */
    ReadUnit(DocCache cache, Readers readers, boolean trusting) {
        this.cache = cache;
        this.readers = readers;
        this.trusting = trusting;
    }

    @Override
    public <T> T ask(Function<Session, T> question) {
        if (session != null) {
            return question.apply(session);
        }
        reader = readers.take();
        long before = cache.edition();
        Session begun = readers.begin(reader);
        session = begun;
        T answer = question.apply(begun);
        boolean certain = trusting && DocCache.settled(before) && !cache.committing() && cache.edition() == before;
        if (edition != NONE && !(certain && edition == before)) {
            throw new Moved();
        }
        edition = certain ? before : NONE;
        return answer;
    }

    @Override
    public Kept recall(StoredTable table, String account, String key) {
        if (!trusting || (session != null && edition == NONE)) {
            return Kept.UNKNOWN;
        }
        long wanted = edition == NONE ? cache.edition() : edition;
        if (!DocCache.settled(wanted)) {
            return Kept.UNKNOWN;
        }
        Kept row = cache.get(new DocCache.Key(table.name(), account, key));
        if (!row.known()) {
            return row;
        }
        if (cache.edition() == wanted) {
            edition = wanted;
            return row;
        }
        if (session == null && edition != NONE) {
            throw new Moved();
        }
        return Kept.UNKNOWN;
    }

    @Override
    public Kept instance(StoredTable table, String account, String key) {
        return cache.get(new DocCache.Key(table.name(), account, key));
    }

    @Override
    public void learn(StoredTable table, String account, String key, Kept row) {
        if (edition != NONE) {
            cache.learn(new DocCache.Key(table.name(), account, key), row, edition);
        }
    }

    @Override
    public void enter(String account) {
        // A snapshot shows every account.
    }

    @Override
    public void changing() {
        throw new ContractViolation("A unit that reads may not change anything");
    }

    @Override
    public long insert(StoredTable table, String json, String account, String key) {
        throw new ContractViolation("A unit that reads may not insert anything");
    }

    @Override
    public void changed(StoredTable table, String account, String key, Kept row) {
        changing();
    }

    @Override
    public Totals totals() {
        return totals;
    }

    @Override
    public Appended appended() {
        throw new ContractViolation("A unit that reads may not append anything");
    }

    @Override
    public void settle() {
        changing();
    }

    @Override
    public long pending(Totals.Total total) {
        return 0;
    }

    @Override
    public void close() {
        if (reader != null) {
            readers.give(reader);
        }
    }
}
